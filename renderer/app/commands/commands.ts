import type { useNavigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import type { Machine } from '#shared/ipc/contract.ts';
import { uiLanguages } from '../../messages/ui-language.ts';
import { reportNames } from '../../reports/report-names.ts';
import { settingsParts } from '../../settings/settings-parts.ts';
import type { Counter } from '../counter/counter.ts';
import { newKey } from '../lists/new-key.ts';

export type Role = Counter['role'];

/** Whom something is offered. What anybody may, the server decides again. */
export const who = {
  everybody: (): boolean => true,
  writers: (role: Role): boolean => role !== 'viewer',
  managers: (role: Role): boolean => role === 'owner' || role === 'manager',
} as const satisfies Readonly<Record<string, (role: Role) => boolean>>;

/** Where one can be, in the order of the rail. Only places that exist. */
export const places = [
  { to: '/', name: 'desk', keys: 'G H', isFor: who.everybody },
  { to: '/plan', name: 'plan', keys: 'G P', isFor: who.everybody },
  { to: '/customers', name: 'customers', keys: 'G K', isFor: who.everybody },
  { to: '/fleet', name: 'fleet', keys: 'G F', isFor: who.everybody },
  { to: '/reports', name: 'reports', keys: 'G B', isFor: who.everybody },
  { to: '/invoices', name: 'invoices', keys: 'G R', isFor: who.everybody },
  { to: '/cash', name: 'cash', keys: 'G C', isFor: who.everybody },
  { to: '/bank', name: 'bank', keys: 'G N', isFor: who.managers },
  { to: '/fines', name: 'fines', keys: 'G U', isFor: who.everybody },
  { to: '/inbox', name: 'inbox', keys: 'G E', isFor: who.everybody },
  { to: '/settings', name: 'settings', keys: 'G S', isFor: who.everybody },
] as const;

/** What a command works with. */
export interface Doing {
  readonly navigate: ReturnType<typeof useNavigate>;
  readonly back: () => void;
  readonly changeMachine: (changes: Partial<Pick<Machine, 'language' | 'theme'>>) => Promise<void>;
  readonly signOut: () => Promise<void>;
}

export const commandGroups = ['places', 'tasks', 'views', 'reports', 'settings', 'window'] as const;

/** Something that can be done from anywhere. */
export interface Command {
  readonly id: string;
  readonly group: (typeof commandGroups)[number];
  readonly titleOf: (t: TFunction) => string;
  /** What it belongs to, where its title alone does not say. */
  readonly aboutOf?: (t: TFunction) => string;
  /**
   * The keys that do the same without the palette, one after the other, from every screen. Two are the shell's own; with a third
   * it is the key of the screen that the first two lead to. Empty where there are none.
   */
  readonly keys: string;
  readonly isFor: (role: Role) => boolean;
  readonly run: (doing: Doing) => unknown;
}

const tasks: readonly Omit<Command, 'group'>[] = [
  {
    id: 'checkOut',
    titleOf: (t) => t('commands.checkOut'),
    keys: 'G H N',
    isFor: who.writers,
    run: ({ navigate }) => navigate({ to: '/check-out/new', search: {} }),
  },
  {
    id: 'reservation',
    titleOf: (t) => t('reservation.newTitle'),
    keys: 'G H B',
    isFor: who.writers,
    run: ({ navigate }) => navigate({ to: '/reservations/new', search: {} }),
  },
  {
    id: 'customer',
    titleOf: (t) => t('commands.customer'),
    keys: `G K ${newKey}`,
    isFor: who.writers,
    run: ({ navigate }) => navigate({ to: '/customers/new', search: { name: '' } }),
  },
  {
    id: 'vehicle',
    titleOf: (t) => t('commands.vehicle'),
    keys: `G F ${newKey}`,
    isFor: who.managers,
    run: ({ navigate }) => navigate({ to: '/fleet/new' }),
  },
  {
    id: 'fine',
    titleOf: (t) => t('commands.fine'),
    keys: `G U ${newKey}`,
    isFor: who.writers,
    run: ({ navigate }) => navigate({ to: '/fines/new' }),
  },
  {
    id: 'invoice',
    titleOf: (t) => t('commands.invoice'),
    keys: `G R ${newKey}`,
    isFor: who.writers,
    run: ({ navigate }) => navigate({ to: '/invoices/new' }),
  },
  {
    id: 'importCustomers',
    titleOf: (t) => t('commands.importCustomers'),
    keys: 'G K I',
    isFor: who.managers,
    run: ({ navigate }) => navigate({ to: '/imports/$what', params: { what: 'customers' } }),
  },
  {
    id: 'importFleet',
    titleOf: (t) => t('commands.importFleet'),
    keys: 'G F I',
    isFor: who.managers,
    run: ({ navigate }) => navigate({ to: '/imports/$what', params: { what: 'fleet' } }),
  },
  {
    id: 'bankFile',
    titleOf: (t) => t('commands.bankFile'),
    keys: 'G N O',
    isFor: who.managers,
    run: ({ navigate }) => navigate({ to: '/bank' }),
  },
  {
    id: 'openDrawer',
    titleOf: (t) => t('cash.open'),
    keys: 'G C',
    isFor: who.writers,
    run: ({ navigate }) => navigate({ to: '/cash' }),
  },
  {
    id: 'closeDrawer',
    titleOf: (t) => t('commands.closeDrawer'),
    keys: '',
    isFor: who.writers,
    run: ({ navigate }) => navigate({ to: '/cash', search: { view: 'count' } }),
  },
  {
    id: 'closings',
    titleOf: (t) => t('cash.closings'),
    keys: 'G C L',
    isFor: who.everybody,
    run: ({ navigate }) => navigate({ to: '/cash', search: { view: 'closings' } }),
  },
];

const windowCommands: readonly Omit<Command, 'group' | 'isFor'>[] = [
  {
    id: 'back',
    titleOf: (t) => t('commands.back'),
    keys: 'Alt ←',
    run: ({ back }) => back(),
  },
  ...uiLanguages.map(({ value, label }) => ({
    id: `language/${value}`,
    titleOf: (t: TFunction) => t('commands.language', { language: label }),
    keys: '',
    run: ({ changeMachine }: Doing) => changeMachine({ language: value }),
  })),
  {
    id: 'language/clerk',
    titleOf: (t) => t('commands.language', { language: t('settings.languageOfClerk') }),
    keys: '',
    run: ({ changeMachine }) => changeMachine({ language: null }),
  },
  {
    id: 'theme/light',
    titleOf: (t) => t('commands.theme', { theme: t('settings.themeLight') }),
    keys: '',
    run: ({ changeMachine }) => changeMachine({ theme: 'light' }),
  },
  {
    id: 'theme/dark',
    titleOf: (t) => t('commands.theme', { theme: t('settings.themeDark') }),
    keys: '',
    run: ({ changeMachine }) => changeMachine({ theme: 'dark' }),
  },
  {
    id: 'theme/system',
    titleOf: (t) => t('commands.theme', { theme: t('settings.themeSystem') }),
    keys: '',
    run: ({ changeMachine }) => changeMachine({ theme: 'system' }),
  },
  {
    id: 'signOut',
    titleOf: (t) => t('settings.signOut'),
    keys: '',
    run: ({ signOut }) => signOut(),
  },
];

/** Every command of the app. Who may, `isFor` says. The views that somebody saved are added where they are read. */
export const commands: readonly Command[] = [
  ...places.map(({ to, name, keys, isFor }): Command => ({
    id: name,
    group: 'places',
    titleOf: (t) => t(`places.${name}`),
    keys,
    isFor,
    run: ({ navigate }) => navigate({ to }),
  })),
  ...tasks.map((task): Command => ({ ...task, group: 'tasks' })),
  ...reportNames.map((report): Command => ({
    id: `reports/${report}`,
    group: 'reports',
    titleOf: (t) => t(`reports.${report}`),
    aboutOf: (t) => t('places.reports'),
    keys: '',
    isFor: who.everybody,
    run: ({ navigate }) => navigate({ to: '/reports', search: { report } }),
  })),
  ...settingsParts.map((part): Command => ({
    id: `settings/${part}`,
    group: 'settings',
    titleOf: (t) => t(part === 'machine' ? 'master.machine' : `master.tables.${part}`),
    aboutOf: (t) => t('places.settings'),
    keys: '',
    isFor: who.everybody,
    run: ({ navigate }) => navigate({ to: '/settings', search: { part } }),
  })),
  ...windowCommands.map((command): Command => ({ ...command, group: 'window', isFor: who.everybody })),
];
