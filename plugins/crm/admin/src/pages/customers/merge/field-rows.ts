import { formatMoney, formatPhone, sameData } from '@sanya/strapi-plugin-platform/kernel';
import type { Language } from '@sanya/strapi-plugin-platform/ui';
import { className, shownAddress } from '../../../shown';
import type { Customer, Owner } from '../../../types';

type Say = (key: string, values?: Record<string, string | number>) => string;

/** What can be taken over, by the names of the door: its label and what one customer says of it. */
export interface FieldRow {
  name: string;
  label: string;
  /** By which two are the same. */
  value: (customer: Customer) => unknown;
  text: (customer: Customer) => string;
}

interface Words {
  say: Say;
  language: Language;
  owners: readonly Owner[];
}

export function fieldRows({ say, language, owners }: Words): FieldRow[] {
  const flag = (name: 'vatRegistered' | 'poRequired' | 'wantsPaper' | 'supplier', label: string): FieldRow => ({
    ...{ name, label: say(label) },
    value: (one) => one[name],
    text: (one) => say(one[name] ? 'form.yes' : 'form.no'),
  });
  const plain = (name: 'name' | 'nameEn' | 'email' | 'earlyPayment' | 'note', label: string): FieldRow => ({
    ...{ name, label: say(label) },
    value: (one) => one[name],
    text: (one) => one[name] ?? '',
  });
  const address = (name: 'billingAddress' | 'shippingAddress', label: string): FieldRow => ({
    ...{ name, label: say(label) },
    value: (one) => one[name],
    text: (one) => shownAddress(one[name]).join('\n'),
  });
  return [
    { name: 'kind', label: say('field.kind'), value: ({ kind }) => kind, text: ({ kind }) => say(`kind.${kind}`) },
    plain('name', 'field.name'),
    plain('nameEn', 'field.name_en'),
    {
      ...{ name: 'taxId', label: `${say('field.tax_id')}, ${say('field.branch')}` },
      value: ({ taxId, branchCode }) => [taxId, branchCode],
      text: ({ taxId, branchCode }) => [taxId, branchCode].filter(Boolean).join(' · '),
    },
    flag('vatRegistered', 'field.vat_registered'),
    {
      ...{ name: 'phone', label: say('field.phone') },
      value: ({ phone }) => phone,
      text: ({ phone }) => formatPhone(phone),
    },
    plain('email', 'field.email'),
    address('billingAddress', 'field.billing_address'),
    address('shippingAddress', 'field.shipping_address'),
    {
      ...{ name: 'language', label: say('field.language') },
      value: (one) => one.language,
      text: (one) => say(`language.${one.language}`),
    },
    {
      ...{ name: 'class', label: say('field.class') },
      value: (one) => one.class?.documentId ?? null,
      text: (one) => (one.class ? className(one.class, language) : ''),
    },
    {
      ...{ name: 'creditTermsDays', label: say('field.terms') },
      value: (one) => one.creditTermsDays,
      text: (one) => say('customers.days', { days: one.creditTermsDays }),
    },
    {
      ...{ name: 'creditLimit', label: say('field.limit') },
      value: (one) => one.creditLimit,
      text: (one) => (one.creditLimit === null ? '' : formatMoney(one.creditLimit, one.currency)),
    },
    plain('earlyPayment', 'field.early_payment'),
    flag('poRequired', 'field.po_required'),
    flag('wantsPaper', 'field.wants_paper'),
    {
      ...{ name: 'invoices', label: say('field.invoices') },
      value: ({ invoices }) => invoices,
      text: ({ invoices }) => say(invoices ? `invoices.${invoices}` : 'form.invoices_usual'),
    },
    flag('supplier', 'field.supplier'),
    {
      ...{ name: 'owner', label: say('field.owner') },
      value: ({ owner }) => owner,
      text: ({ owner }) =>
        owner === null ? '' : (owners.find(({ id }) => id === owner)?.name ?? say('form.owner_left')),
    },
    plain('note', 'field.note'),
  ];
}

export const differing = (rows: readonly FieldRow[], one: Customer, other: Customer): FieldRow[] =>
  rows.filter(({ value }) => !sameData(value(one), value(other)));
