import { useRouter } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import { isInDialog, isTyping } from '../../ui/is-typing.ts';

const backButton = 3;
/** There, Alt and an arrow go word by word through a text. */
const isMac = navigator.platform.startsWith('Mac');

/** One place back, as it was left. */
export function useBack(): () => void {
  const { history } = useRouter();
  return useCallback(() => {
    if (history.canGoBack()) history.back();
  }, [history]);
}

/** Alt and the left arrow, the Back key and the Back button of a mouse lead one place back. */
export function useBackKeys(): void {
  const back = useBack();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isBack = event.key === 'BrowserBack' || (event.altKey && event.key === 'ArrowLeft');
      if (!isBack || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (isMac && isTyping(event.target)) return;
      // Whatever comes of it, the browser must not leave the app.
      event.preventDefault();
      if (!isInDialog(event.target)) back();
    };
    const onMouse = (event: MouseEvent): void => {
      if (event.button !== backButton) return;
      event.preventDefault();
      if (event.type === 'mouseup' && !isInDialog(event.target)) back();
    };
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('mousedown', onMouse);
    window.addEventListener('mouseup', onMouse);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('mousedown', onMouse);
      window.removeEventListener('mouseup', onMouse);
    };
  }, [back]);
}
