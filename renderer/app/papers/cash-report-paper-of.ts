import type { CashReportPaperInput } from '#shared/cash/cash-report-paper.ts';
import { totalsByMethod, vatOfPapers } from '#shared/cash/day-sheet.ts';
import { type VatShare, paperTotals } from '#shared/invoices/invoice-paper-totals.ts';
import { times } from '#shared/money/rappen.ts';
import { instant } from '#shared/time/instant.ts';
import { drawerMovements, sessionOf } from '../billing/drawer.ts';
import type { Rows } from '../counter/counter.ts';
import { rowById } from '../counter/row-by-id.ts';
import { branchOf, companyOf } from './company-of.ts';

/** Gathers what stands on the report of a closed drawer: its movements, what came in otherwise meanwhile, and the VAT sold. */
export async function cashReportPaperOf(rows: Rows, sessionId: string): Promise<CashReportPaperInput> {
  const row = await rowById(rows, 'cash_sessions', sessionId);
  const [company, branch, counter, openedBy, closedBy, movements] = await Promise.all([
    rowById(rows, 'companies', row.company_id),
    rowById(rows, 'branches', row.branch_id),
    rowById(rows, 'counters', row.counter_id),
    rowById(rows, 'users', row.opened_by),
    rowById(rows, 'users', row.closed_by ?? ''),
    drawerMovements(rows, sessionId).execute(),
  ]);
  const session = sessionOf(row, movements);
  const { closing } = session;
  if (closing === null) throw new Error('a report was asked of a drawer that is open');
  const { closedAt } = closing;
  const [payments, vat] = await Promise.all([
    otherPayments(rows, row.counter_id, row.currency, row.opened_at, closedAt),
    vatSold(rows, row.counter_id, row.currency, row.opened_at, closedAt),
  ]);
  return {
    language: openedBy.language,
    number: row.number,
    issuedAt: instant(closedAt),
    company: companyOf(company),
    branch: branchOf(branch, company.country),
    counter: counter.name,
    currency: row.currency,
    openedAt: instant(row.opened_at),
    openedBy: openedBy.display_name,
    openingFloat: row.opening_float,
    movements: session.movements.map(({ at, kind, amount, by, document, reason }) => ({
      at,
      kind,
      amount,
      by,
      document,
      reason,
    })),
    closedAt,
    closedBy: closedBy.display_name,
    count: closing.count.map((pieces) => ({ ...pieces })),
    leftInDrawer: closing.leftInDrawer,
    differenceReason: closing.differenceReason,
    differenceLimit: 0,
    otherPayments: totalsByMethod(payments).map(({ method, count, received, refunded }) => ({
      method,
      count,
      received,
      refunded,
    })),
    vat: company.vat_registered === 1 ? [...vatOfPapers(vat)] : [],
    notes: null,
  };
}

async function otherPayments(
  rows: Rows,
  counterId: string,
  currency: 'CHF' | 'EUR',
  from: string,
  until: string,
) {
  const found = await rows
    .selectFrom('payments')
    .select(['kind', 'method', 'amount', 'currency'])
    .where('counter_id', '=', counterId)
    .where('paid_at', '>=', instant(from))
    .where('paid_at', '<=', instant(until))
    .execute();
  return found.flatMap((payment) => {
    const { method, kind, amount } = payment;
    if (method === 'cash' || payment.currency !== currency) return [];
    const direction = kind === 'payment' || kind === 'deposit' ? ('in' as const) : ('out' as const);
    return [{ method, direction, amount }];
  });
}

/** By paper, what the counter billed meanwhile; a credit note counts against it. */
async function vatSold(
  rows: Rows,
  counterId: string,
  currency: 'CHF' | 'EUR',
  from: string,
  until: string,
): Promise<readonly (readonly VatShare[])[]> {
  const sold = await rows
    .selectFrom('invoices')
    .select(['id', 'kind', 'vat', 'currency'])
    .where('counter_id', '=', counterId)
    .where('issued_at', '>=', instant(from))
    .where('issued_at', '<=', instant(until))
    .execute();
  const own = sold.filter((invoice) => invoice.currency === currency);
  const lines = await rows
    .selectFrom('invoice_lines')
    .select(['invoice_id', 'label', 'explanation', 'amount', 'vat_kind', 'vat_rate'])
    .where(
      'invoice_id',
      'in',
      own.map(({ id }) => id),
    )
    .execute();
  return own.map(({ id, kind, vat }) => {
    const shares =
      vat === null
        ? paperTotals(
            lines
              .filter((line) => line.invoice_id === id)
              .map((line) => ({
                title: line.label,
                explanation: line.explanation || null,
                amount: line.amount,
                vatKind: line.vat_kind,
                vatRate: line.vat_rate,
              })),
          ).vat
        : (JSON.parse(vat) as readonly VatShare[]);
    if (kind === 'invoice') return shares;
    return shares.map(({ rate, gross, net, vat: tax }) => ({
      rate,
      gross: times(gross, -1),
      net: times(net, -1),
      vat: times(tax, -1),
    }));
  });
}
