import type { Constraint } from '@sanya/strapi-plugin-platform/kit';
import { STANDING_STATES } from '../domain/quote-machine';
import { QUOTE, QUOTE_LINE } from './types';

export const quoteConstraints: readonly Constraint[] = [
  ...(['customer', 'order'] as const).map((relation): Constraint => ({ kind: 'restrict', type: QUOTE, relation })),
  ...(['quote', 'product', 'price'] as const).map(
    (relation): Constraint => ({ kind: 'restrict', type: QUOTE_LINE, relation }),
  ),
  {
    kind: 'unique',
    type: QUOTE,
    name: 'sales_quotes_version',
    columns: ['number', 'version'],
    when: '{number} is not null',
    code: 'quote.version_taken',
  },
  {
    // Of one number a customer can accept one version, whoever is fastest.
    kind: 'unique',
    type: QUOTE,
    name: 'sales_quotes_standing',
    columns: ['number'],
    when: `{number} is not null and {state} in (${STANDING_STATES.map((state) => `'${state}'`).join(', ')})`,
    code: 'quote.version_taken',
  },
  {
    kind: 'unique',
    type: QUOTE,
    name: 'sales_quotes_order',
    columns: ['order'],
    when: '{order} is not null',
    code: 'quote.accepted_already',
  },
  {
    // What was asked for through the web site is quoted once, and each version of that once.
    kind: 'unique',
    type: QUOTE,
    name: 'sales_quotes_submission',
    columns: ['submission', 'version'],
    when: '{submission} is not null',
    code: 'quote_request.quoted_already',
  },
  {
    kind: 'check',
    type: QUOTE,
    name: 'sales_quotes_ordered',
    condition: "({state} = 'ordered') = ({order} is not null)",
    code: 'quote.accepted_already',
  },
  { kind: 'index', type: QUOTE, name: 'sales_quotes_state', columns: ['state', 'validUntil'] },
  { kind: 'index', type: QUOTE, name: 'sales_quotes_sent', columns: ['sentAt'] },
  { kind: 'index', type: QUOTE, name: 'sales_quotes_person', columns: ['salesPerson'] },
  {
    kind: 'index',
    type: QUOTE,
    name: 'sales_quotes_requested',
    columns: ['requestedOn'],
    when: "{state} = 'draft' and {requestedOn} is not null",
  },
  {
    kind: 'freeze',
    type: QUOTE,
    when: '{sentAt} is not null',
    columns: [
      ...['number', 'version', 'customer', 'language', 'currency', 'pricesIncludeTax'],
      ...['discount', 'coupons', 'net', 'tax', 'total', 'wishes', 'requestedOn', 'requestNote', 'submission'],
      ...['validUntil', 'terms', 'deliveryTime', 'note', 'seller', 'buyer', 'sentAt'],
    ],
  },
  {
    kind: 'freeze',
    type: QUOTE_LINE,
    when: '{sent}',
    columns: [
      ...['quote', 'sent', 'asked', 'product', 'price', 'position', 'sku', 'description', 'details', 'kind', 'per'],
      ...['quantity', 'unit', 'unitPrice', 'discount', 'net', 'tax', 'total', 'stockTracked', 'taxCategory'],
      ...['incomeKind', 'options', 'derivation'],
    ],
  },
];
