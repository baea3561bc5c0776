/** `48’212` */
export function formatKilometres(kilometres: number): string {
  return kilometres.toString().replace(/\B(?=(\d{3})+$)/g, '’');
}
