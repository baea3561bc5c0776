import type { Damage } from '#shared/fleet/damage.ts';
import { DamageSketch } from './DamageSketch.tsx';

const nothing = (): void => undefined;

/** The car with the damages that are known, to be looked at; what each is stands beside it in words. */
export function DamagePicture({ known }: { readonly known: readonly Damage[] }) {
  return (
    <DamageSketch
      known={known}
      found={[]}
      selectedId={null}
      onSelect={nothing}
      onPlace={nothing}
      onRemove={nothing}
      isPicture
    />
  );
}
