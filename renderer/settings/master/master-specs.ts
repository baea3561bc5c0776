import { cantons } from '#shared/time/holiday-rules.ts';
import { companySpec } from './company-spec.ts';
import type { FieldSpec, MasterSpec } from './field-spec.ts';
import { rateSpec } from './rate-spec.ts';
import { address, managers, name, owners, validFrom, validTo } from './shared-fields.ts';

const vatKind: FieldSpec = { name: 'vat_kind', kind: 'choice', choices: ['standard', 'none'] };
const isActive: FieldSpec = { name: 'is_active', kind: 'yes', inTable: true };
/** The letters whose holidays are known. */
const canton = new RegExp(`^(${cantons.join('|')})$`);

/** Everything that an owner or a manager looks after, table by table, in the order of the list. */
export const masterSpecs = {
  company: companySpec,
  branches: {
    table: 'branches',
    mayWrite: owners,
    mayAdd: true,
    sortBy: ['name'],
    unique: [['code']],
    fields: [
      { name: 'code', kind: 'text', isRequired: true, isFixed: true, inTable: true, pattern: /^[A-Z]{3}$/ },
      name,
      ...address,
      { name: 'canton', kind: 'text', isRequired: true, inTable: true, pattern: canton },
      { name: 'on_holidays', kind: 'choice', choices: ['closed', 'as_sunday', 'as_usual'] },
      { name: 'after_hours_pick_up', kind: 'money', hint: 'afterHours' },
      { name: 'after_hours_return', kind: 'money', hint: 'afterHours' },
      { name: 'airport_once', kind: 'money' },
      { name: 'airport_share', kind: 'share' },
      { name: 'opening', kind: 'opening' },
      { name: 'closed_on', kind: 'days' },
    ],
  },
  counters: {
    table: 'counters',
    mayWrite: owners,
    mayAdd: true,
    sortBy: ['name'],
    unique: [['branch_id', 'letter'], ['reference_no']],
    fields: [
      name,
      { name: 'branch_id', kind: 'row', of: 'branches', isRequired: true, isFixed: true, inTable: true },
      { name: 'letter', kind: 'text', isRequired: true, isFixed: true, inTable: true, pattern: /^[A-Z]$/ },
      {
        name: 'reference_no',
        kind: 'whole',
        smallest: 1,
        largest: 9_999,
        isRequired: true,
        isFixed: true,
        inTable: true,
        hint: 'reference',
      },
      { name: 'channel', kind: 'choice', choices: ['stable', 'early'], isSetLater: true },
      { ...isActive, isSetLater: true },
    ],
    told: [
      { name: 'app_version', kind: 'version' },
      { name: 'last_seen_at', kind: 'moment' },
    ],
  },
  people: {
    table: 'users',
    mayWrite: owners,
    mayAdd: false,
    sortBy: ['display_name'],
    fields: [
      { name: 'display_name', kind: 'text', isRequired: true, inTable: true },
      { name: 'role', kind: 'choice', choices: ['owner', 'manager', 'staff', 'viewer'], inTable: true },
      { name: 'branch_id', kind: 'row', of: 'branches', inTable: true },
      { name: 'language', kind: 'choice', choices: ['de', 'fr', 'it', 'en'] },
      isActive,
    ],
  },
  categories: {
    table: 'vehicle_categories',
    mayWrite: managers,
    mayAdd: true,
    sortBy: ['position'],
    unique: [['code']],
    fields: [
      { name: 'code', kind: 'text', isRequired: true, isFixed: true, inTable: true, most: 8 },
      name,
      { name: 'position', kind: 'whole', smallest: 0, largest: 999, isRequired: true },
      { name: 'deposit', kind: 'money', isRequired: true, inTable: true },
      { name: 'deductible', kind: 'money', isRequired: true, inTable: true },
      { name: 'theft_deductible', kind: 'money', isRequired: true },
      { name: 'minimum_age', kind: 'whole', smallest: 18, largest: 99, isRequired: true, inTable: true },
      { name: 'maximum_age', kind: 'whole', smallest: 18, largest: 120 },
      { name: 'minimum_licence_years', kind: 'whole', smallest: 0, largest: 50, isRequired: true },
      { name: 'licence_category', kind: 'choice', choices: ['B', 'BE', 'C1', 'C', 'D1'] },
    ],
  },
  rates: rateSpec,
  seasons: {
    table: 'seasons',
    mayWrite: managers,
    mayAdd: true,
    sortBy: ['valid_from'],
    fields: [
      name,
      validFrom,
      validTo,
      { name: 'priority', kind: 'whole', smallest: 0, largest: 99, isRequired: true, inTable: true },
    ],
  },
  extras: {
    table: 'extras',
    mayWrite: managers,
    mayAdd: true,
    sortBy: ['name'],
    fields: [
      name,
      { name: 'per', kind: 'choice', choices: ['day', 'once'], inTable: true },
      { name: 'price', kind: 'money', isRequired: true, inTable: true },
      { name: 'maximum', kind: 'money' },
      { name: 'maximum_count', kind: 'whole', smallest: 1, largest: 99, isRequired: true },
      vatKind,
      isActive,
    ],
  },
  protections: {
    table: 'protections',
    mayWrite: managers,
    mayAdd: true,
    sortBy: ['name'],
    fields: [
      name,
      { name: 'cover', kind: 'choice', choices: ['collision', 'theft'], inTable: true },
      { name: 'per_day', kind: 'money', isRequired: true, inTable: true },
      { name: 'maximum', kind: 'money' },
      { name: 'deductible', kind: 'money', isRequired: true, inTable: true },
      { name: 'deposit', kind: 'money' },
      vatKind,
      isActive,
    ],
  },
  packages: {
    table: 'kilometre_packages',
    mayWrite: managers,
    mayAdd: true,
    sortBy: ['name'],
    fields: [
      name,
      { name: 'kilometres', kind: 'whole', smallest: 1, largest: 999_999, inTable: true },
      { name: 'price', kind: 'money', isRequired: true, inTable: true },
      vatKind,
      isActive,
    ],
  },
  oneWay: {
    table: 'one_way_fees',
    mayWrite: managers,
    mayAdd: true,
    sortBy: ['price'],
    fields: [
      { name: 'from_branch_id', kind: 'row', of: 'branches', inTable: true },
      { name: 'to_branch_id', kind: 'row', of: 'branches', inTable: true },
      { name: 'price', kind: 'money', isRequired: true, inTable: true },
    ],
  },
  discounts: {
    table: 'discounts',
    mayWrite: managers,
    mayAdd: true,
    sortBy: ['name'],
    fields: [
      name,
      { name: 'customer_group', kind: 'text', most: 60, inTable: true },
      { name: 'voucher', kind: 'text', most: 60, inTable: true },
      { name: 'share', kind: 'share', inTable: true },
      { name: 'amount', kind: 'money', inTable: true },
      { name: 'applies_to', kind: 'choice', choices: ['rental', 'all'] },
      { name: 'minimum_days', kind: 'whole', smallest: 1, largest: 365, isRequired: true },
      validFrom,
      validTo,
    ],
  },
  releases: {
    table: 'release_policies',
    mayWrite: owners,
    mayAdd: true,
    sortBy: ['channel'],
    unique: [['channel']],
    fields: [
      { name: 'channel', kind: 'choice', choices: ['stable', 'early'], isFixed: true, inTable: true },
      { name: 'version', kind: 'text', isRequired: true, inTable: true, pattern: /^\d+\.\d+\.\d+$/ },
      { name: 'minimum_version', kind: 'text', isRequired: true, inTable: true, pattern: /^\d+\.\d+\.\d+$/ },
      { name: 'rollout_percent', kind: 'whole', smallest: 0, largest: 100, isRequired: true, inTable: true },
      { name: 'is_held', kind: 'yes', inTable: true },
    ],
  },
} as const satisfies Record<string, MasterSpec>;

export type MasterName = keyof typeof masterSpecs;
export const masterNames = Object.keys(masterSpecs) as readonly MasterName[];
