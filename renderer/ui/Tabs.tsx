import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import { formatWhole } from '#shared/validation/parse-typed-whole.ts';
import styles from './Tabs.module.css';

export interface TabsProps<Name extends string> {
  /** What the tabs are of, for those who do not see them. */
  readonly label: string;
  readonly selected: Name;
  readonly onSelect: (name: Name) => void;
  readonly tabs: readonly {
    readonly name: Name;
    readonly title: string;
    /** How many are in it. */
    readonly count?: number;
    readonly content: ReactNode;
  }[];
}

/** Views of one thing, side by side: the arrow keys go from one to the next. */
export function Tabs<Name extends string>({ label, selected, onSelect, tabs }: TabsProps<Name>) {
  return (
    <AriaTabs
      className={styles['tabs'] ?? ''}
      selectedKey={selected}
      onSelectionChange={(key) => {
        const tab = tabs.find(({ name }) => name === key);
        if (tab) onSelect(tab.name);
      }}
    >
      <TabList aria-label={label} className={styles['list'] ?? ''}>
        {tabs.map(({ name, title, count }) => (
          <Tab key={name} id={name} className={styles['tab'] ?? ''}>
            {title}{' '}
            {count === undefined ? null : <span className={styles['count']}>{formatWhole(count)}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ name, content }) => (
        <TabPanel key={name} id={name} className={styles['panel'] ?? ''}>
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
