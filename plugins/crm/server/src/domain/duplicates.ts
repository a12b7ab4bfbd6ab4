import { HEAD_OFFICE, nameKey, normaliseTaxId } from '@sanya/strapi-plugin-platform/kernel';
import { plainDigits } from './digits';

export type DuplicateReason = 'tax_id' | 'name' | 'phone' | 'email';

/** What a customer is recognised by, in stored form. */
export interface Marks {
  nameKey: string | null;
  taxId: string | null;
  branchCode: string | null;
  phone: string | null;
  email: string | null;
}

/**
 * Why two may be the same customer. One company has many branches, so the tax id counts only with its branch
 * (Revenue Code s.86/4); a missing mark matches nothing.
 */
export function sameMarks(one: Marks, other: Marks): DuplicateReason[] {
  const same = (mark: keyof Marks): boolean => one[mark] !== null && one[mark] === other[mark];
  const reasons: DuplicateReason[] = [];
  if (same('taxId') && (one.branchCode ?? HEAD_OFFICE) === (other.branchCode ?? HEAD_OFFICE)) reasons.push('tax_id');
  if (same('nameKey')) reasons.push('name');
  if (same('phone')) reasons.push('phone');
  if (same('email')) reasons.push('email');
  return reasons;
}

export interface DuplicateQuestion {
  name?: string;
  taxId?: string;
  branchCode?: string;
  /** In stored form. */
  phone?: string | null;
  email?: string | null;
}

/** What somebody types while entering a customer, as marks. */
export const marksOf = (question: DuplicateQuestion): Marks => ({
  nameKey: question.name?.trim() ? nameKey(question.name) : null,
  taxId: normaliseTaxId(plainDigits(question.taxId ?? '')).toUpperCase() || null,
  branchCode: question.branchCode?.trim() || null,
  phone: question.phone ?? null,
  email: question.email?.trim().toLowerCase() || null,
});
