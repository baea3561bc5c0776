/** How large a company is, and what of it a counter holds. Cars, branches, contracts a day and rows a contract: swiss.md, "Size". */
export interface Tenant {
  readonly name: string;
  readonly vehicles: number;
  readonly branches: number;
  readonly contractsPerDay: number;
}

export const tenants: readonly Tenant[] = [
  { name: '30 cars, 1 branch', vehicles: 30, branches: 1, contractsPerDay: 4 },
  { name: '300 cars, 5 branches', vehicles: 300, branches: 5, contractsPerDay: 40 },
  { name: '5,000 cars, 40 branches', vehicles: 5_000, branches: 40, contractsPerDay: 664 },
];

/** What is assumed of a company beyond that. Nobody has measured it yet: change it here, and the figures follow. */
export const assumed = {
  years: 10,
  /** Of the medium company: 100,000 customers for 145,000 contracts. */
  customersPerContract: 100 / 145,
  daysOnTheRoad: 4.5,
  daysReservedAhead: 14,
  /** Share of contracts that are billed and paid later, and how long that takes. */
  unpaidShare: 0.3,
  unpaidDays: 30,
  countersPerBranch: 2,
} as const;

/** The 53 rows of a finished rental, by table. A reservation has its contract and its lines. */
export const rowsOfRental = {
  contracts: 1,
  contract_drivers: 1,
  contract_lines: 6,
  handovers: 2,
  deposits: 1,
  photos: 20,
  invoices: 1,
  invoice_lines: 6,
  payments: 2,
  documents: 6,
  audit_events: 6,
  cash_movements: 1,
} as const;

/** How many of what there are: in truth, and in the sample that is written and measured. */
export interface Amounts {
  readonly customers: number;
  readonly reserved: number;
  /** On the road, or billed and not paid yet. */
  readonly open: number;
  /** Of one branch, closed in the last 13 months. */
  readonly closed: number;
}

const daysKept = 395;

export function amountsOf({ branches, contractsPerDay }: Tenant): Amounts {
  const { years, customersPerContract, daysOnTheRoad, daysReservedAhead, unpaidShare, unpaidDays } = assumed;
  return {
    customers: Math.round(contractsPerDay * 365 * years * customersPerContract),
    reserved: Math.round(contractsPerDay * daysReservedAhead),
    open: Math.round(contractsPerDay * (daysOnTheRoad + unpaidShare * unpaidDays)),
    closed: Math.round((contractsPerDay * daysKept) / branches),
  };
}

/** At most so many are written; what there is more is extrapolated. */
const most: Amounts = { customers: 60_000, reserved: 1_000, open: 1_500, closed: 2_500 };

export function sampleOf(amounts: Amounts): Amounts {
  return {
    customers: Math.min(amounts.customers, most.customers),
    reserved: Math.min(amounts.reserved, most.reserved),
    open: Math.min(amounts.open, most.open),
    closed: Math.min(amounts.closed, most.closed),
  };
}
