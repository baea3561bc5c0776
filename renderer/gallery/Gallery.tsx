import type { ComponentType } from 'react';
import { ActionSection } from './ActionSection.tsx';
import { ChoiceSection } from './ChoiceSection.tsx';
import { DamageSection } from './DamageSection.tsx';
import { FactSection } from './FactSection.tsx';
import { FieldSection } from './FieldSection.tsx';
import styles from './Gallery.module.css';
import { FlowSection } from './FlowSection.tsx';
import { FormSection } from './FormSection.tsx';
import { HoursSection } from './HoursSection.tsx';
import { OverlaySection } from './OverlaySection.tsx';
import { ScreenSection } from './ScreenSection.tsx';
import type { SectionName } from './section-names.ts';
import { TableSection } from './TableSection.tsx';
import { TimelineSection } from './TimelineSection.tsx';

const contents: Readonly<Record<SectionName, ComponentType>> = {
  fields: FieldSection,
  forms: FormSection,
  hours: HoursSection,
  choices: ChoiceSection,
  actions: ActionSection,
  facts: FactSection,
  damage: DamageSection,
  table: TableSection,
  timeline: TimelineSection,
  screen: ScreenSection,
  flow: FlowSection,
  overlays: OverlaySection,
};

/** Every house control in every state, to be looked at and tried. Never part of the program. */
export function Gallery({ shown }: { readonly shown: readonly SectionName[] }) {
  return (
    <main className={styles['gallery']}>
      {shown.map((name) => {
        const Content = contents[name];
        return (
          <section key={name} aria-label={name}>
            <Content />
          </section>
        );
      })}
    </main>
  );
}
