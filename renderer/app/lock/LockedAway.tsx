import { Activity, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { UNSAFE_PortalProvider as OverlaysIn } from 'react-aria';
import { KeepFocus } from './KeepFocus.tsx';

export interface LockedAwayProps {
  readonly isLocked: boolean;
  readonly children: ReactNode;
}

/**
 * While it is locked nothing of `children` is in the page, not even covered, and nothing of it draws, watches or listens; what was typed
 * into it is still there afterwards. They live, with their dialogs and menus, in an element of their own that is taken out of the page.
 */
export function LockedAway({ isLocked, children }: LockedAwayProps) {
  const [home] = useState(makeHome);
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!isLocked) place.current?.append(home);
    return () => home.remove();
  }, [isLocked, home]);
  return (
    <>
      <div ref={place} className="boxless" />
      {createPortal(
        <Activity mode={isLocked ? 'hidden' : 'visible'}>
          <OverlaysIn getContainer={() => home}>
            {children}
            <KeepFocus />
          </OverlaysIn>
        </Activity>,
        home,
      )}
    </>
  );
}

function makeHome(): HTMLElement {
  const home = document.createElement('div');
  home.className = 'boxless';
  return home;
}
