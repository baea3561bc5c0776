import type { BasisPoints, Currency, Rappen } from './rappen.ts';

/** `1590.00`: as the QR-bill encodes it. */
export function formatPlain(amount: Rappen): string {
  const sign = amount < 0 ? '-' : '';
  const digits = Math.abs(amount).toString().padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** `1’590.00`, with a true minus sign: as people in Switzerland write it, in all four languages. */
export function formatAmount(amount: Rappen): string {
  const [whole = '', cents = ''] = formatPlain(amount).replace('-', '').split('.');
  return `${amount < 0 ? '−' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, '’')}.${cents}`;
}

/** `CHF 1’590.00`: currency first. The space does not break. */
export function formatMoney(amount: Rappen, currency: Currency = 'CHF'): string {
  return `${currency}\u00a0${formatAmount(amount)}`;
}

/** `8.1 %` of 810, `10 %` of 1000, with as many decimals as it has. The space does not break. */
export function formatRate(rate: BasisPoints): string {
  return `${rate / 100}\u00a0%`;
}
