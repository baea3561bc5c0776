export const reportNames = ['utilisation', 'revenue', 'openItems', 'vat', 'payments'] as const;
export type ReportName = (typeof reportNames)[number];
