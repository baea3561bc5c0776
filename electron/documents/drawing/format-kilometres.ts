/** `31’846 km`, with a space that does not break. */
export function formatKilometres(kilometres: number): string {
  return `${groupThousands(kilometres)}\u00a0km`;
}

/** `31’846` */
export function groupThousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '’');
}
