/** A structured address, as the QR-bill and the Swiss Post want it: nothing is ever parsed out of a free line. */
export interface Address {
  /** Street or post box, without the number; may be empty in villages that have none. */
  readonly street: string;
  readonly houseNumber: string;
  readonly postcode: string;
  readonly town: string;
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string;
}

/** `Bahnhofstrasse 12`, or an empty text. */
export function streetLine(address: Address): string {
  return [address.street, address.houseNumber].filter((part) => part !== '').join(' ');
}

/** `8001 Zürich`; abroad with the country before it: `DE-79098 Freiburg`. */
export function townLine(address: Address): string {
  const town = `${address.postcode} ${address.town}`.trim();
  return address.country === 'CH' ? town : `${address.country}-${town}`;
}

/** The lines below the name on an envelope, empty ones left out. */
export function addressLines(address: Address): readonly string[] {
  return [streetLine(address), townLine(address)].filter((line) => line !== '');
}
