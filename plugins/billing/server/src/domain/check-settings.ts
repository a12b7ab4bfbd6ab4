import { badInput, isBillerId, isCivilDate, isPromptPayTarget } from '@sanya/strapi-plugin-platform/kernel';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const isPpm = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1_000_000;
const isDate = (value: unknown): boolean => typeof value === 'string' && isCivilDate(value);

const TREATMENTS = ['rated', 'zero', 'exempt', 'outside'];

const isCategory = (value: unknown): boolean =>
  isRecord(value) &&
  isText(value.code) &&
  isRecord(value.name) &&
  TREATMENTS.includes(String(value.treatment)) &&
  Array.isArray(value.rates) &&
  value.rates.every((rate) => isRecord(rate) && isDate(rate.from) && isPpm(rate.ppm)) &&
  (value.treatment !== 'rated' || value.rates.length > 0);

const isIncomeKind = (value: unknown): boolean => isRecord(value) && isText(value.kind) && isPpm(value.ppm);
const isAccount = (value: unknown): boolean =>
  isRecord(value) && isText(value.bank) && isText(value.number) && isText(value.name);

/** A list of what `is` says, each key once. */
const isList = (value: unknown, is: (one: unknown) => boolean, key: string): boolean =>
  Array.isArray(value) &&
  value.every(is) &&
  new Set(value.map((one) => (one as Record<string, unknown>)[key])).size === value.length;

/** Refuses settings that would make every invoice fail later. Only what is given is looked at. */
export function checkSettings(data: Record<string, unknown>): void {
  const given = (name: string): boolean => data[name] !== undefined;
  const filled = (name: string): boolean => given(name) && data[name] !== null && data[name] !== '';
  if (given('taxCategories') && !isList(data.taxCategories, isCategory, 'code')) {
    throw badInput('billing_setting.tax_categories', { field: 'taxCategories' });
  }
  if (given('incomeKinds') && !isList(data.incomeKinds, isIncomeKind, 'kind')) {
    throw badInput('billing_setting.income_kinds', { field: 'incomeKinds' });
  }
  if (given('bankAccounts') && !isList(data.bankAccounts, isAccount, 'number')) {
    throw badInput('billing_setting.bank_accounts', { field: 'bankAccounts' });
  }
  if (filled('promptPayTarget') && !isPromptPayTarget(String(data.promptPayTarget))) {
    throw badInput('billing_setting.promptpay_target', { field: 'promptPayTarget' });
  }
  if (filled('promptPayBillerId') && !isBillerId(String(data.promptPayBillerId))) {
    throw badInput('billing_setting.biller_id', { field: 'promptPayBillerId' });
  }
}
