import type { ComponentType } from 'react';
import { ChoiceSection } from './ChoiceSection.tsx';
import { DamageSection } from './DamageSection.tsx';
import { FieldSection } from './FieldSection.tsx';
import styles from './Gallery.module.css';
import { FormSection } from './FormSection.tsx';
import { HoursSection } from './HoursSection.tsx';
import { OverlaySection } from './OverlaySection.tsx';
import { TableSection } from './TableSection.tsx';
import { TimelineSection } from './TimelineSection.tsx';

interface Section {
  readonly name: string;
  readonly Content: ComponentType;
}

export const sections: readonly Section[] = [
  { name: 'fields', Content: FieldSection },
  { name: 'forms', Content: FormSection },
  { name: 'hours', Content: HoursSection },
  { name: 'choices', Content: ChoiceSection },
  { name: 'damage', Content: DamageSection },
  { name: 'table', Content: TableSection },
  { name: 'timeline', Content: TimelineSection },
  { name: 'overlays', Content: OverlaySection },
];

/** Every house control in every state, to be looked at and tried. Never part of the program. */
export function Gallery({ shown }: { readonly shown: readonly Section[] }) {
  return (
    <main className={styles['gallery']}>
      {shown.map(({ name, Content }) => (
        <section key={name} aria-label={name}>
          <Content />
        </section>
      ))}
    </main>
  );
}
