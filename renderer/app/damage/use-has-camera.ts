import { useEffect, useState } from 'react';

/** Whether this machine has a camera. Nothing is asked of it: the system's own camera takes the picture. */
export function useHasCamera(): boolean {
  const [hasCamera, setHasCamera] = useState(false);
  useEffect(() => {
    // Not there where a page is not served safely.
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    if (!devices) return;
    let isGone = false;
    const look = async (): Promise<void> => {
      const found = await devices.enumerateDevices().catch(() => []);
      if (!isGone) setHasCamera(found.some(({ kind }) => kind === 'videoinput'));
    };
    const onChange = (): void => void look();
    onChange();
    devices.addEventListener('devicechange', onChange);
    return () => {
      isGone = true;
      devices.removeEventListener('devicechange', onChange);
    };
  }, []);
  return hasCamera;
}
