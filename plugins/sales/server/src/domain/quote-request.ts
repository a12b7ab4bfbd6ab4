import type { Language } from '@sanya/strapi-plugin-platform/kernel';

/** An answer as it was given, with its question. */
export interface Answered {
  key: string;
  kind: string;
  label: Partial<Record<Language, string>>;
  value: unknown;
}

/** A product that a visitor asks for; `product` is a document id, `quantity` decimal text. */
export interface AskedProduct {
  product: string;
  quantity: string;
  options?: readonly { group: string; choice: string }[];
}

export interface RequestedBy {
  answers: readonly Answered[];
  name: string | null;
  email: string | null;
  phone: string | null;
  language: Language;
}

/** What staff say of a customer that is made of a request, instead of what was written. */
export interface CustomerWish {
  kind?: 'person' | 'organisation' | 'government';
  name?: string;
  taxId?: string;
  branchCode?: string;
}

const textAt = (answers: readonly Answered[], key: string): string => {
  const value = answers.find((one) => one.key === key)?.value;
  return typeof value === 'string' ? value.trim() : '';
};

/** The customer that a request speaks of: the company where one is named, with the person as its contact. */
export function customerOfRequest(request: RequestedBy, wish: CustomerWish = {}) {
  const company = textAt(request.answers, 'company');
  const { name, email, phone, language } = request;
  const kind = wish.kind ?? (company === '' ? 'person' : 'organisation');
  const called = wish.name?.trim() || company.slice(0, 200) || name || '';
  return {
    ...{ kind, name: called, email, phone, language },
    ...(wish.taxId ? { taxId: wish.taxId, branchCode: wish.branchCode } : {}),
    contacts: name === null || (kind === 'person' && name === called) ? [] : [{ name, email, phone }],
  };
}

/** What was asked for in words: everything that was written at length. */
export const wordsOf = (answers: readonly Answered[]): string | null =>
  answers
    .flatMap(({ kind, value }) => (kind === 'long_text' && typeof value === 'string' ? [value] : []))
    .join('\n\n') || null;
