import { SwissQRCode } from 'swissqrbill/pdf';
import type { QrParty, ValidQrBill } from '#shared/qr-bill/qr-bill.ts';
import { type Colour, black, mm, white } from './measure.ts';
import type { Sheet } from './sheet.ts';

type Rectangle = readonly [x: number, y: number, width: number, height: number];
type SwissQrData = ConstructorParameters<typeof SwissQRCode>[0];

/**
 * Draws the Swiss QR code, 46 × 46 mm with its cross, made by `swissqrbill`: the matrix, error correction M and the size
 * of the cross come from there.
 *
 * `swissqrbill` expects a pdfkit document, of which the code uses six methods; we hand it a recorder with these and draw
 * what it recorded, so that pdfkit itself is not needed. Neighbouring modules of a row become one rectangle, and all of
 * them one path: a tenth of the bytes, and no hairlines between modules in viewers that smooth edges.
 */
export function drawQrCode(sheet: Sheet, x: number, y: number, bill: ValidQrBill): void {
  sheet.figure('Swiss QR Code', () => {
    for (const { colour, rectangles } of record(bill)) {
      const placed = joinRows(rectangles).map(([left, top, width, height]): Rectangle => [
        x + left,
        y + top,
        width,
        height,
      ]);
      sheet.fillRectangles(placed, colour);
    }
  });
}

interface Layer {
  readonly colour: Colour;
  readonly rectangles: readonly Rectangle[];
}

function record(bill: ValidQrBill): readonly Layer[] {
  const layers: Layer[] = [];
  let rectangles: Rectangle[] = [];
  let colour: Colour = black;
  const recorder = {
    save: () => recorder,
    restore: () => recorder,
    translate: () => recorder,
    rect(...rectangle: Rectangle) {
      rectangles.push(rectangle);
      return recorder;
    },
    fillColor(name: string) {
      colour = name === 'white' ? white : black;
      return recorder;
    },
    fill() {
      layers.push({ colour, rectangles });
      rectangles = [];
      return recorder;
    },
  };
  new SwissQRCode(swissQrData(bill)).attachTo(recorder, 0, 0);
  return layers;
}

/** The library takes the amount as a number; a whole number of Rappen divided by 100 prints back exactly. */
function swissQrData(bill: ValidQrBill): SwissQrData {
  const [first, second] = bill.alternativeSchemes;
  if (first !== undefined && bill.billingInformation === '') {
    // swissqrbill leaves out the empty line 32, and the scheme would be read as billing information.
    throw new Error('an alternative scheme without billing information cannot be drawn');
  }
  return {
    creditor: { ...swissQrParty(bill.creditor), account: bill.account },
    currency: bill.currency,
    ...(bill.amount === null ? {} : { amount: bill.amount / 100 }),
    ...(bill.debtor === null ? {} : { debtor: swissQrParty(bill.debtor) }),
    ...(bill.reference.type === 'NON' ? {} : { reference: bill.reference.value }),
    ...(bill.message === '' ? {} : { message: bill.message }),
    ...(bill.billingInformation === '' ? {} : { additionalInformation: bill.billingInformation }),
    ...(first === undefined ? {} : { av1: first }),
    ...(second === undefined ? {} : { av2: second }),
  };
}

function swissQrParty(party: QrParty): NonNullable<SwissQrData['debtor']> {
  return {
    name: party.name,
    address: party.street,
    ...(party.houseNumber === '' ? {} : { buildingNumber: party.houseNumber }),
    zip: party.postcode,
    city: party.town,
    country: party.country,
  };
}

/** Joins squares that touch in a row. The library hands them over column by column. */
function joinRows(rectangles: readonly Rectangle[]): readonly Rectangle[] {
  const byRow = rectangles.toSorted((one, other) => one[1] - other[1] || one[0] - other[0]);
  const joined: Rectangle[] = [];
  for (const [x, y, width, height] of byRow) {
    const last = joined.at(-1);
    const touches = last && last[1] === y && last[3] === height && Math.abs(last[0] + last[2] - x) < mm(0.01);
    if (touches) joined[joined.length - 1] = [last[0], y, x + width - last[0], height];
    else joined.push([x, y, width, height]);
  }
  return joined;
}
