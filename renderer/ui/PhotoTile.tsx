import type { KeyboardEvent } from 'react';
import styles from './PhotoTile.module.css';

export interface PhotoTileProps {
  /** Undefined while it is read, null when it is not here. */
  readonly src: string | null | undefined;
  readonly openLabel: string;
  readonly removeLabel: string;
  /** Said in place of a picture that is not here. */
  readonly gone: string;
  readonly onOpen: () => void;
  readonly onRemove: () => void;
}

/** A photo, small: Enter shows it large, Delete or the cross removes it. */
export function PhotoTile({ src, openLabel, removeLabel, gone, onOpen, onRemove }: PhotoTileProps) {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    onRemove();
  };
  return (
    <span className={styles['tile']}>
      <button
        type="button"
        className={styles['open']}
        // What is read out has what is read.
        aria-label={src === null ? `${openLabel}: ${gone}` : openLabel}
        aria-keyshortcuts="Delete"
        onClick={onOpen}
        onKeyDown={onKeyDown}
      >
        {typeof src === 'string' ? <img src={src} alt="" /> : <span>{src === null ? gone : ''}</span>}
      </button>
      <button type="button" className={styles['remove']} aria-label={removeLabel} onClick={onRemove}>
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d="M2.5 2.5l7 7m0-7l-7 7" />
        </svg>
      </button>
    </span>
  );
}
