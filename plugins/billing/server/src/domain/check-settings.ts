import {
  badInput,
  broken,
  conflict,
  isBillerId,
  isCivilDate,
  isEarlyTerms,
  isPromptPayTarget,
} from '@sanya/strapi-plugin-platform/kernel';
import { accountOf, type Ledger, LEDGERS } from './journal';
import { refuseChangedPast } from './check-tax-change';
import { retryDaysOf } from './auto-debit';
import type { TaxCategory } from './tax-rates';

type Data = Record<string, unknown>;

const isRecord = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const isPpm = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1_000_000;
const isDate = (value: unknown): value is string => typeof value === 'string' && isCivilDate(value);

const TREATMENTS = ['rated', 'zero', 'exempt', 'outside'];
const CATEGORIES_OF = ['feeTaxCategory', 'securityTaxCategory', 'forfeitTaxCategory'] as const;
const DATINGS = ['cleared', 'cheque'];
const CURRENCY = /^[A-Z]{3}$/;

type Parts = readonly (readonly [string, (one: Data) => boolean])[];

const CATEGORY: Parts = [
  ['code', (one) => isText(one.code) && /^[a-z0-9_-]{1,40}$/.test(one.code)],
  ['name', (one) => isRecord(one.name) && isText(one.name.th) && isText(one.name.en)],
  ['treatment', (one) => TREATMENTS.includes(String(one.treatment))],
  [
    'rates',
    (one) =>
      Array.isArray(one.rates) &&
      one.rates.every((rate) => isRecord(rate) && isDate(rate.from) && isPpm(rate.ppm)) &&
      new Set(one.rates.map((rate: Data) => rate.from)).size === one.rates.length &&
      (one.treatment !== 'rated' || one.rates.length > 0),
  ],
];
const INCOME_KIND: Parts = [
  ['kind', (one) => isText(one.kind)],
  ['ppm', (one) => isPpm(one.ppm)],
];
const ACCOUNT: Parts = [
  ['bank', (one) => isText(one.bank)],
  ['number', (one) => isText(one.number) && /^[\d\s-]{6,30}$/.test(one.number)],
  ['name', (one) => isText(one.name)],
];

/** Where a list is not what its parts say, each `key` once: `2.number`; '' for the list itself; undefined when sound. */
function flaw(value: unknown, parts: Parts, key: string): string | undefined {
  if (!Array.isArray(value)) return '';
  const seen = new Set<unknown>();
  for (const [index, one] of value.entries()) {
    if (!isRecord(one)) return `${index}`;
    const wrong = parts.find(([, is]) => !is(one));
    if (wrong) return `${index}.${wrong[0]}`;
    if (seen.has(one[key])) return `${index}.${key}`;
    seen.add(one[key]);
  }
  return undefined;
}

const LISTS = [
  ['taxCategories', 'billing_setting.tax_categories', CATEGORY, 'code'],
  ['incomeKinds', 'billing_setting.income_kinds', INCOME_KIND, 'kind'],
  ['bankAccounts', 'billing_setting.bank_accounts', ACCOUNT, 'number'],
] as const;

/** Whole numbers and what they may be. */
const BOUNDS = [
  ['dueDays', 0, 365],
  ['creditOverdueDays', 0, 365],
  ['governmentWithholdingPpm', 0, 1_000_000],
  ['slipMaxBytes', 10_000, 8_000_000],
  ['cardFeePpm', 0, 200_000],
  ['autoDebitDays', -30, 30],
  ['autoDebitNoticeDays', 0, 30],
] as const;

/** Both gateways begin their keys with what they are: a secret one in a setting would be shown to every customer. */
function checkPublicKey(key: string): void {
  const field = 'cardPublicKey';
  if (/^(sk|rk|skey|whsec)_/.test(key)) throw badInput('billing_setting.secret_key', { field });
  if (!/^(pk_(test|live)_|pkey_(test_)?)[A-Za-z0-9]{1,180}$/.test(key)) {
    throw badInput('billing_setting.public_key', { field });
  }
}

export interface SettingsBefore {
  taxCategories: readonly TaxCategory[];
  feeTaxCategory?: string;
  securityTaxCategory?: string;
  forfeitTaxCategory?: string;
  currency: string;
  vatRegisteredFrom: string | null;
  vatRegisteredTo: string | null;
  /** Whether an invoice was ever written. */
  invoiced: boolean;
}

/**
 * Refuses settings that would make every invoice fail later, or say another past than the documents do. Only what is
 * given is looked at. Pure.
 */
export function checkSettings(data: Data, before: SettingsBefore | undefined, today: string): void {
  const given = (name: string): boolean => data[name] !== undefined;
  const filled = (name: string): boolean => given(name) && data[name] !== null && data[name] !== '';
  for (const [name, code, parts, key] of LISTS) {
    const at = given(name) ? flaw(data[name], parts, key) : undefined;
    if (at !== undefined) throw badInput(code, { field: at === '' ? name : `${name}.${at}` });
  }
  if (given('taxCategories') && before) {
    refuseChangedPast(before.taxCategories, data.taxCategories as TaxCategory[], today);
  }
  for (const name of CATEGORIES_OF) {
    if (!given(name) && !given('taxCategories')) continue;
    const known = (given('taxCategories') ? data.taxCategories : before?.taxCategories) as TaxCategory[] | undefined;
    const code = data[name] ?? before?.[name];
    if (known && code !== undefined && !known.some((one) => one.code === code)) {
      throw badInput('billing_setting.fee_category', { field: name });
    }
  }
  if (given('accounts')) {
    const accounts = isRecord(data.accounts) ? data.accounts : {};
    const wrong = LEDGERS.find(
      (ledger) => !/^[0-9A-Za-z.-]{1,20}$/.test(accountOf(accounts as Partial<Record<Ledger, string>>, ledger)),
    );
    if (wrong) throw badInput('billing_setting.account_code', { field: `accounts.${wrong}` });
  }
  if (given('chequeDating') && !DATINGS.includes(String(data.chequeDating))) {
    throw badInput('billing_setting.cheque_dating', { field: 'chequeDating' });
  }
  if (filled('promptPayTarget') && !isPromptPayTarget(String(data.promptPayTarget))) {
    throw badInput('billing_setting.promptpay_target', { field: 'promptPayTarget' });
  }
  if (filled('promptPayBillerId') && !isBillerId(String(data.promptPayBillerId))) {
    throw badInput('billing_setting.biller_id', { field: 'promptPayBillerId' });
  }
  if (filled('earlyPayment') && !isEarlyTerms(String(data.earlyPayment))) {
    throw badInput('billing_setting.early_payment', { field: 'earlyPayment' });
  }
  if (given('autoDebitRetries') && retryDaysOf(String(data.autoDebitRetries ?? '')) === undefined) {
    throw badInput('billing_setting.debit_retries', { field: 'autoDebitRetries' });
  }
  if (filled('cardPublicKey')) checkPublicKey(String(data.cardPublicKey));
  if (given('currency')) {
    if (!CURRENCY.test(String(data.currency))) throw badInput('billing_setting.currency', { field: 'currency' });
    if (before?.invoiced && data.currency !== before.currency) {
      throw conflict('billing_setting.currency_fixed', { field: 'currency', params: { currency: before.currency } });
    }
  }
  for (const name of ['tolerance', 'withholdingTolerance', 'withholdingFrom']) {
    if (filled(name) && !/^\d{1,12}$/.test(String(data[name]))) {
      throw badInput('billing_setting.not_an_amount', { field: name });
    }
  }
  for (const [name, min, max] of BOUNDS) {
    const value = data[name];
    if (given(name) && !(Number.isInteger(value) && Number(value) >= min && Number(value) <= max)) {
      throw badInput('billing_setting.out_of_bounds', { field: name, params: { min, max } });
    }
  }
  const [from, to] = (['vatRegisteredFrom', 'vatRegisteredTo'] as const).map((name) =>
    given(name) ? data[name] : before?.[name],
  );
  if (to && (!from || String(from) > String(to)))
    throw broken('billing_setting.vat_dates', { field: 'vatRegisteredTo' });
}
