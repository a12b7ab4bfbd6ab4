import type { Constraint } from '@sanya/strapi-plugin-platform/kit';
import { PRINTABLE } from '../domain/printing';
import { CUSTOMER_STATEMENT, PRINTING } from './types';

const relations = Object.values(PRINTABLE).map(({ relation }) => relation);

/** Each document has one original at most, whoever prints it. */
export const printingConstraints: readonly Constraint[] = [
  ...relations.map((relation): Constraint => ({ kind: 'restrict', type: PRINTING, relation })),
  { kind: 'restrict', type: PRINTING, relation: 'customer' },
  { kind: 'restrict', type: CUSTOMER_STATEMENT, relation: 'customer' },
  ...relations.map(
    (relation): Constraint => ({
      kind: 'unique',
      type: PRINTING,
      // The name that the first of them has on databases of before.
      name:
        relation === 'taxInvoice'
          ? 'billing_printings_original'
          : `billing_printings_original_${relation.toLowerCase()}`,
      columns: [relation],
      when: `{mark} = 'original' and {${relation}} is not null`,
      code: 'tax_invoice.original_printed',
    }),
  ),
  { kind: 'index', type: PRINTING, name: 'billing_printings_batch', columns: ['batch'], when: '{batch} is not null' },
  {
    kind: 'check',
    type: PRINTING,
    name: 'billing_printings_one',
    condition: relations.map((relation) => `(case when {${relation}} is null then 0 else 1 end)`).join(' + ') + ' = 1',
    code: 'print.one_document',
  },
];
