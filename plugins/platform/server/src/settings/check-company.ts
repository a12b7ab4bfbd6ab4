import { badInput, isEmail, isTaxId, isTimeZone, normaliseTaxId } from '../../../kernel/src';

type Data = Record<string, unknown>;

const TEXTS = [
  'companyName',
  'companyNameEn',
  'taxId',
  'address',
  'addressEn',
  'phone',
  'email',
  'website',
  'mailFrom',
  'storefrontUrl',
] as const;

const NAMED_ADDRESS = /^[^<>]*<([^<>]+)>$/;
const isSender = (text: string): boolean => isEmail(NAMED_ADDRESS.exec(text)?.[1] ?? text);

const isAddress = (text: string): boolean => {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol);
  } catch {
    return false;
  }
};

/** What is said of the company in one form, blank as null. Refuses what no document or mail could bear. Pure. */
export function checkCompany(data: Data): Data {
  const clean: Data = { ...data };
  for (const field of TEXTS) {
    const value = data[field];
    if (typeof value === 'string') clean[field] = value.trim() || null;
  }
  if (typeof clean.taxId === 'string') clean.taxId = normaliseTaxId(clean.taxId);
  const refuse = (field: string, code: string, is: (text: string) => boolean): void => {
    const value = clean[field];
    if (value !== undefined && value !== null && !(typeof value === 'string' && is(value)))
      throw badInput(code, { field });
  };
  if (clean.companyName === null) throw badInput('company.name_missing', { field: 'companyName' });
  refuse('taxId', 'company.tax_id', isTaxId);
  refuse('email', 'company.email', isEmail);
  refuse('mailFrom', 'company.sender', isSender);
  refuse('website', 'company.web_address', (text) => isAddress(/^https?:/.test(text) ? text : `https://${text}`));
  refuse('storefrontUrl', 'company.web_address', isAddress);
  if (clean.zone !== undefined && !(typeof clean.zone === 'string' && isTimeZone(clean.zone))) {
    throw badInput('company.zone', { field: 'zone' });
  }
  const days = clean.detailsKeptDays;
  if (
    days !== undefined &&
    days !== null &&
    !(typeof days === 'number' && Number.isInteger(days) && days >= 7 && days <= 3650)
  ) {
    throw badInput('company.kept_days', { field: 'detailsKeptDays' });
  }
  return clean;
}
