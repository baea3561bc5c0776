import { LinkButton } from './LinkButton.tsx';
import styles from './BillLines.module.css';

export interface BillLine {
  readonly key: string;
  readonly title: string;
  /** Which rule made the amount, or what it is for. */
  readonly small?: string;
  readonly amount: string;
  /** The total: set off from what adds up to it. */
  readonly isTotal?: boolean;
  /** Leads to what the line names. */
  readonly onOpen?: () => void;
}

/** A price, explained line by line: words on the left, figures aligned on the right. */
export function BillLines({ lines }: { readonly lines: readonly BillLine[] }) {
  return (
    <dl className={styles['lines']}>
      {lines.map(({ key, title, small = '', amount, isTotal = false, onOpen }) => (
        <div key={key} className={styles[isTotal ? 'total' : 'line']}>
          <dt>
            {onOpen ? <LinkButton onPress={onOpen}>{title}</LinkButton> : title}
            {small === '' ? null : <small>{small}</small>}
          </dt>
          <dd className="amount">{amount}</dd>
        </div>
      ))}
    </dl>
  );
}
