import { Link, linkOptions, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DraftKind } from '#sync/schema/local-tables.ts';
import { readablePlate } from '../../ui/readable-plate.ts';
import { useCounter } from '../hooks/counter-context.ts';
import { useRows } from '../hooks/use-rows.ts';
import styles from './DraftPills.module.css';
import { fittingPills } from './fitting-pills.ts';

/** Where a draft of each kind goes on, and of how many steps. */
const kinds = {
  check_out: { to: '/check-out/$draftId', name: 'checkOut.draft', steps: 4 },
  check_in: { to: '/check-in/$draftId', name: 'checkIn.draft', steps: 3 },
  contract_change: { to: '/changes/$draftId', name: 'change.draft', steps: 3 },
  reservation: { to: '/reservations/$draftId', name: 'reservation.draft', steps: 1 },
  cash_count: { to: '/cash', search: { view: 'count' }, name: 'cash.draft', steps: 1 },
} as const satisfies Record<DraftKind, unknown>;

/** The place where a draft goes on. */
function placeOf({ id, kind }: { readonly id: string; readonly kind: DraftKind }) {
  return kind === 'cash_count' ? linkOptions(kinds[kind]) : { to: kinds[kind].to, params: { draftId: id } };
}

/**
 * What was begun, the newest first: as many pills as fit whole, and the rest behind the last one. What somebody else parked at this
 * counter anybody may finish who writes; a viewer is not offered it.
 */
export function DraftPills() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const bar = useRef<HTMLDivElement>(null);
  const row = useRef<HTMLDivElement>(null);
  const [fitting, setFitting] = useState(Infinity);
  const { role } = useCounter();
  const begun = useRows('bar/drafts', (rows) =>
    rows.selectFrom('drafts').select(['id', 'kind', 'title', 'step']).orderBy('id', 'desc'),
  );
  const drafts = role === 'viewer' ? [] : begun;
  const nameOf = ({ kind, title, step }: NonNullable<typeof drafts>[number]): string =>
    `${t(kinds[kind].name)} · ${title === '' ? t('checkOut.newCustomer') : readablePlate(title)} ${step}/${kinds[kind].steps}`;

  // The row is as wide as the pills that fit whole; the others wrap below it, out of sight and out of the way of the keyboard.
  const count = useCallback((): void => {
    if (!bar.current || !row.current) return;
    // Measured with all the room there is, so that none is cut.
    row.current.style.maxWidth = '';
    const widths = [...row.current.children].map((pill) => (pill as HTMLElement).offsetWidth);
    const { fits, width } = fittingPills(widths, bar.current.clientWidth);
    row.current.style.maxWidth = `${width}px`;
    setFitting(fits);
  }, []);
  useLayoutEffect(count);
  useEffect(() => {
    const observer = new ResizeObserver(count);
    if (bar.current) observer.observe(bar.current);
    return () => observer.disconnect();
  }, [count]);

  const rest = drafts?.slice(fitting) ?? [];
  return (
    <div ref={bar} className={styles['drafts']}>
      <div ref={row} className={styles['row']}>
        {drafts?.map((draft, at) => (
          <Link
            key={draft.id}
            {...placeOf(draft)}
            className={styles['pill']}
            title={nameOf(draft)}
            inert={at >= fitting}
          >
            {nameOf(draft)}
          </Link>
        ))}
      </div>
      {rest.length === 0 ? null : (
        <MenuTrigger>
          <Button className={styles['more'] ?? ''} aria-label={t('desk.moreDrafts', { count: rest.length })}>
            +{rest.length}
          </Button>
          <Popover className={styles['popover'] ?? ''} placement="bottom end">
            <Menu
              className={styles['menu'] ?? ''}
              onAction={(draftId) => {
                const draft = rest.find(({ id }) => id === draftId);
                if (draft) void navigate(placeOf(draft));
              }}
            >
              {rest.map((draft) => (
                <MenuItem key={draft.id} id={draft.id} className={styles['item'] ?? ''}>
                  {nameOf(draft)}
                </MenuItem>
              ))}
            </Menu>
          </Popover>
        </MenuTrigger>
      )}
    </div>
  );
}
