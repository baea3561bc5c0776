import {
  type HandoverPaper,
  type HandoverPaperInput,
  handoverPaper,
} from '#shared/contracts/handover-paper.ts';
import { contractInput } from './sample-papers.ts';

/** A believable handover report, out and in, of the contract in `sample-papers.ts`. */

type Damages = HandoverPaperInput['damages'];

const knownDamages: Damages = [
  {
    view: 'front',
    x: 620,
    y: 240,
    kind: 'stone_chip',
    size: 'small',
    note: 'ausserhalb des Sichtfelds',
    foundAt: '2026-06-14T08:10:00.000Z',
    status: 'known',
  },
  {
    view: 'rear',
    x: 850,
    y: 740,
    kind: 'scratch',
    size: 'small',
    note: null,
    foundAt: '2026-08-02T15:40:00.000Z',
    status: 'known',
  },
  {
    view: 'right',
    x: 560,
    y: 600,
    kind: 'dent',
    size: 'small',
    note: null,
    foundAt: '2026-10-30T10:05:00.000Z',
    status: 'known',
  },
];

const newDamages: Damages = [
  {
    view: 'left',
    x: 640,
    y: 680,
    kind: 'scratch',
    size: 'medium',
    note: 'bis auf die Grundierung',
    foundAt: '2026-11-23T13:55:00.000Z',
    status: 'new',
  },
];

const stateOut: HandoverPaperInput['state'] = {
  at: '2026-11-20T13:34:00.000Z',
  kilometres: 31_846,
  fuelEighths: 7,
  cleanliness: 'clean',
  keys: 2,
  accessories: [
    { name: 'Vignette 2026', count: 1 },
    { name: 'Warndreieck', count: 1 },
    { name: 'Kindersitz 15–36 kg', count: 2 },
  ],
};

const stateIn: HandoverPaperInput['state'] = {
  at: '2026-11-23T13:58:00.000Z',
  kilometres: 32_588,
  fuelEighths: 5,
  cleanliness: 'used',
  keys: 2,
  accessories: [
    { name: 'Vignette 2026', count: 1 },
    { name: 'Warndreieck', count: 1 },
    { name: 'Kindersitz 15–36 kg', count: 1 },
  ],
};

/** A check-out, or with `{ direction: 'in' }` the check-in of the same car. */
export function handoverInput(overrides: Partial<HandoverPaperInput> = {}): HandoverPaperInput {
  const { language, company, branch, counter, clerk, customer, vehicle, signature } = contractInput();
  const { plate, vin, model, category, colour, drive } = vehicle;
  const isBack = overrides.direction === 'in';
  return {
    language,
    direction: 'out',
    contractNumber: 'ZRH-A-26-00042',
    company,
    branch,
    counter,
    clerk,
    customer,
    vehicle: { plate, vin, model, category, colour, drive },
    state: isBack ? stateIn : stateOut,
    stateOut: isBack ? stateOut : null,
    damages: isBack ? [...knownDamages, ...newDamages] : knownDamages,
    photos: [
      {
        image: tinyPhoto,
        damage: isBack ? 4 : 3,
        caption: null,
        takenAt: isBack ? '2026-11-23T13:56:00.000Z' : '2026-11-20T13:33:00.000Z',
      },
    ],
    notes: isBack ? 'Kind hat auf dem Rücksitz Saft verschüttet; feucht gereinigt.' : null,
    renter: 'present',
    issuedAt: isBack ? '2026-11-23T14:03:00.000Z' : '2026-11-20T13:35:00.000Z',
    signature,
    signedAt: isBack ? '2026-11-23T14:04:12.000Z' : '2026-11-20T13:36:44.000Z',
    ...overrides,
  };
}

export function sampleHandover(overrides: Partial<HandoverPaperInput> = {}): HandoverPaper {
  return handoverPaper.parse(handoverInput(overrides));
}

/** A scratch on a grey door, 16 × 12 pixels, as PNG: enough to show where a photo goes. */
const tinyPhoto: HandoverPaperInput['photos'][number]['image'] = {
  type: 'png',
  base64:
    'iVBORw0KGgoAAAANSUhEUgAAABAAAAAMCAYAAABr5z2BAAAABHNCSVQICAgIfAhkiAAAAAFzUkdCAK7OHOkAAAA0SURBVCiRYzxx5sJ/BgoAEyWaB4cBLLgkXkf5YYiJLtuEIcY44IHIsnXrNooMGPhYGHgDAM6zDAGy1ykSAAAAAElFTkSuQmCC',
};
