import { base64 } from '@scure/base';
import type { Selectable } from 'kysely';
import type { Accessory } from '#shared/contracts/handover.ts';
import type { HandoverPaperInput } from '#shared/contracts/handover-paper.ts';
import { instant } from '#shared/time/instant.ts';
import type { HandoverRow } from '#sync/schema/rows.generated.ts';
import type { Counter } from '../counter/counter.ts';
import { rowById } from '../counter/row-by-id.ts';
import { branchOf, companyOf, customerOf } from './company-of.ts';
import { handoverDamagesOf } from './handover-damages.ts';

/** What a paper carries at most; further photos stay in the vehicle's file. */
const mostPhotos = 24;

/** Gathers everything that stands on the report of a handover: of a check-in beside its check-out, with damages and photos. */
export async function handoverPaperOf(
  { rows, host }: Counter,
  handoverId: string,
): Promise<HandoverPaperInput> {
  const handover = await rowById(rows, 'handovers', handoverId);
  const contract = await rowById(rows, 'contracts', handover.contract_id);
  if (!contract.number) throw new Error('a report was asked of a contract that is not signed');
  const company = await rowById(rows, 'companies', contract.company_id);
  const customer = await rowById(rows, 'customers', contract.customer_id);
  const counter = await rowById(rows, 'counters', handover.counter_id);
  const branch = await rowById(rows, 'branches', counter.branch_id);
  const clerk = await rowById(rows, 'users', handover.clerk_id);
  const vehicle = await rowById(rows, 'vehicles', handover.vehicle_id);
  const category = await rowById(rows, 'vehicle_categories', vehicle.category_id);
  const isBack = handover.kind === 'check_in';
  const out = isBack
    ? await rows
        .selectFrom('handovers')
        .selectAll()
        .where('contract_id', '=', contract.id)
        .where('vehicle_id', '=', vehicle.id)
        .where('kind', '=', 'check_out')
        .where('handed_over_at', '<=', handover.handed_over_at)
        .orderBy('handed_over_at', 'desc')
        .executeTakeFirst()
    : undefined;
  const damages = await handoverDamagesOf(rows, handover);
  const photos = await rows
    .selectFrom('photos')
    .selectAll()
    .where('handover_id', '=', handoverId)
    .orderBy('taken_at')
    .limit(mostPhotos)
    .execute();
  const at = instant(handover.handed_over_at);
  return {
    language: contract.language,
    direction: isBack ? 'in' : 'out',
    contractNumber: contract.number,
    company: companyOf(company),
    branch: branchOf(branch, company.country),
    counter: counter.name,
    clerk: clerk.display_name,
    customer: customerOf(customer),
    vehicle: {
      // As signed; of a vehicle that took over, as it is.
      plate: vehicle.id === contract.vehicle_id ? contract.plate : vehicle.plate,
      vin: vehicle.vin,
      model: `${vehicle.make} ${vehicle.model}`,
      category: category.name,
      colour: vehicle.colour || null,
      drive: vehicle.energy === 'electric' ? 'electric' : 'fuel',
    },
    state: stateOf(handover),
    stateOut: out ? stateOf(out) : null,
    damages: damages.map((damage) => ({
      view: damage.view,
      x: damage.x,
      y: damage.y,
      kind: damage.kind,
      size: damage.size,
      note: damage.note || null,
      foundAt: damage.found_at,
      status: damage.status,
    })),
    photos: await Promise.all(
      photos.map(async (photo) => {
        const read = await host['documents.read']({ id: photo.id });
        if (!read.ok) throw new Error(`a photo of the report cannot be read: ${read.refusal.code}`);
        return {
          image: { type: 'jpeg' as const, base64: base64.encode(new Uint8Array(read.value)) },
          damage: damages.findIndex(({ id }) => id === photo.damage_id) + 1 || null,
          caption: photo.caption || null,
          takenAt: instant(photo.taken_at),
        };
      }),
    ),
    notes: handover.note || null,
    renter: handover.renter_present === 1 ? 'present' : 'key_box',
    issuedAt: at,
    signature:
      handover.signature === null
        ? null
        : (JSON.parse(handover.signature) as HandoverPaperInput['signature']),
    signedAt: handover.signature === null ? null : at,
  };
}

function stateOf(handover: Selectable<HandoverRow>) {
  return {
    at: instant(handover.handed_over_at),
    kilometres: handover.odometer_km,
    fuelEighths: handover.fuel_eighths,
    cleanliness: handover.cleanliness,
    keys: handover.keys,
    accessories: [...(JSON.parse(handover.accessories) as readonly Accessory[])],
  };
}
