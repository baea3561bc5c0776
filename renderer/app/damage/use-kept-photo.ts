import { useEffect, useState } from 'react';
import { useCounter } from '../hooks/counter-context.ts';

/** Where the page finds a photo that the host keeps: undefined while it is read, null when it is not on this machine. */
export function useKeptPhoto(id: string): string | null | undefined {
  const { host } = useCounter();
  const [found, setFound] = useState<{ readonly id: string; readonly url: string | null }>();
  useEffect(() => {
    let url: string | null = null;
    let isGone = false;
    const read = async (): Promise<void> => {
      const photo = await host['documents.read']({ id }).catch(() => null);
      if (isGone) return;
      url = photo?.ok
        ? URL.createObjectURL(new Blob([new Uint8Array(photo.value)], { type: 'image/jpeg' }))
        : null;
      setFound({ id, url });
    };
    void read();
    return () => {
      isGone = true;
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [host, id]);
  return found?.id === id ? found.url : undefined;
}
