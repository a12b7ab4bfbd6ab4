import { parseMoney } from '@sanya/strapi-plugin-platform/kernel';
import type { Activation } from '../../server/src/domain/activation';
import type { CycleUnit } from '../../server/src/domain/cycle';
import type { BilledIn } from '../../server/src/domain/periods-due';
import { RENEWAL_BASES, type RenewalBasis } from '../../server/src/domain/renewal-price';
import type { Alignment, SuspensionPolicy } from '../../server/src/domain/schedule';
import { entitlementDrafts, type EntitlementValues, wrongEntitlement } from './entitlement-values';

export interface LineValues {
  description: string;
  quantity: string;
  unit: string;
  unitPrice: string;
  cycleUnit: CycleUnit;
  cycleCount: string;
  billedIn: BilledIn;
  alignment: Alignment;
  leadDays: string;
  whileSuspended: SuspensionPolicy;
  minimumMonths: string;
  /** The exact thing that it is about. */
  installedItem: { documentId: string; name: string } | null;
  entitlements: EntitlementValues[];
}

export interface ContractValues {
  customer: { documentId: string; name: string } | null;
  activation: Activation;
  startsOn: string;
  termMonths: string;
  noticeDays: string;
  autoRenew: boolean;
  firstTermFree: boolean;
  renewalBasis: RenewalBasis | 'as_now';
  /** Rates in per cent, or amounts, from the first paid term on: `40, 30, 20`. */
  renewalRows: string;
  billedTogether: boolean;
  poNumber: string;
  note: string;
  lines: LineValues[];
}

export const NEW_LINE: LineValues = {
  ...{ description: '', quantity: '1', unit: '', unitPrice: '', cycleUnit: 'month', cycleCount: '1' },
  ...{ billedIn: 'advance', alignment: 'anniversary', leadDays: '0', whileSuspended: 'keep', minimumMonths: '' },
  installedItem: null,
  entitlements: [],
};

/** What a contract that staff make may wait for; one that waits for its payment is made from what is to be paid. */
export const BEGINNINGS = ['date', 'signature', 'purchase_order', 'installation'] as const;

/** What further terms cost: as now, or by a table. */
export const RENEWAL_CHOICES = ['as_now', ...RENEWAL_BASES] as const;

export const PPM_A_PERCENT = 10_000;
/** Amounts may have commas of their own. */
const rowsOf = (text: string, between: RegExp): string[] =>
  text
    .split(between)
    .map((row) => row.trim())
    .filter((row) => row !== '');
export const percentOf = (text: string): number | undefined =>
  /^\d{1,4}(\.\d{1,4})?$/.test(text) ? Math.round(Number(text) * PPM_A_PERCENT) : undefined;

/** The table as the door takes it; undefined where a row of it cannot be read. */
export function tableOf({ renewalBasis: basis, renewalRows }: Pick<ContractValues, 'renewalBasis' | 'renewalRows'>) {
  if (basis === 'as_now') return null;
  const rows = rowsOf(renewalRows, basis === 'fixed' ? /[;\s]+|,(?=\s)/ : /[;,\s]+/);
  if (rows.length === 0) return undefined;
  if (basis === 'fixed') {
    const amounts = rows.map((row) => parseMoney(row));
    return amounts.includes(undefined) ? undefined : { basis, amounts: amounts.map(String) };
  }
  const rates = rows.map(percentOf);
  return rates.includes(undefined) ? undefined : { basis, ratesPpm: rates.flatMap((rate) => rate ?? []) };
}

export const whole = (text: string): number => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN);
export const perhaps = (text: string): number | null => (text.trim() === '' ? null : whole(text));

/** What cannot even be sent: the field, and the word that says so. */
export function wrongIn({ customer, lines, ...values }: ContractValues): { field: string; word: string } | undefined {
  if (!customer) return { field: 'customer', word: 'contract.no_customer' };
  for (const name of ['termMonths', 'noticeDays'] as const) {
    if (Number.isNaN(perhaps(values[name]) ?? 0)) return { field: name, word: 'contract.not_whole' };
  }
  if (tableOf(values) === undefined) return { field: 'renewalRows', word: 'contract.no_table' };
  for (const [index, line] of lines.entries()) {
    const at = `lines.${index}.`;
    if (line.description.trim() === '') return { field: `${at}description`, word: 'contract.no_description' };
    if (parseMoney(line.unitPrice) === undefined) return { field: `${at}unitPrice`, word: 'contract.no_price' };
    for (const name of ['leadDays', 'minimumMonths'] as const) {
      if (Number.isNaN(perhaps(line[name]) ?? 0)) return { field: `${at}${name}`, word: 'contract.not_whole' };
    }
    if (Number.isNaN(whole(line.cycleCount))) return { field: `${at}cycle.count`, word: 'contract.not_whole' };
    const wrong = wrongEntitlement(line.entitlements, at);
    if (wrong) return wrong;
  }
  return undefined;
}

function renewalOf(values: ContractValues) {
  const { autoRenew, firstTermFree, renewalBasis } = values;
  if (!autoRenew && !firstTermFree && renewalBasis === 'as_now') return {};
  return { renewal: { auto: autoRenew, firstTermFree, table: tableOf(values) ?? null } };
}

/** The form as the door takes it. */
export const contractDraft = ({ customer, lines, ...values }: ContractValues) => ({
  customer: customer?.documentId ?? '',
  activation: values.activation,
  startsOn: values.startsOn || null,
  termMonths: perhaps(values.termMonths),
  noticeDays: perhaps(values.noticeDays) ?? 0,
  ...renewalOf({ customer, lines, ...values }),
  billedTogether: values.billedTogether,
  poNumber: values.poNumber.trim(),
  note: values.note.trim(),
  lines: lines.map((line) => ({
    ...{ description: line.description.trim(), quantity: line.quantity.trim(), unit: line.unit.trim() },
    unitPrice: String(parseMoney(line.unitPrice) ?? ''),
    cycle: { unit: line.cycleUnit, count: whole(line.cycleCount) },
    ...{ billedIn: line.billedIn, alignment: line.alignment, whileSuspended: line.whileSuspended },
    leadDays: perhaps(line.leadDays) ?? 0,
    minimumMonths: perhaps(line.minimumMonths),
    ...(line.installedItem ? { installedItem: line.installedItem.documentId } : {}),
    entitlements: entitlementDrafts(line.entitlements),
  })),
});
