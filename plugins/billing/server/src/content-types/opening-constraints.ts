import { type Constraint, importConstraintsOf } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE, OPENING_IMPORT, OPENING_IMPORT_ROW } from './types';

/** Invoices of the books that were kept before. */
export const openingConstraints: readonly Constraint[] = [
  ...importConstraintsOf('billing_opening', {
    ...{ type: OPENING_IMPORT, rowType: OPENING_IMPORT_ROW, keyColumn: 'number' },
  }),
  {
    kind: 'check',
    type: INVOICE,
    name: 'billing_invoices_taken_over',
    condition: '{takenOverOn} is null or {issuedOn} <= {takenOverOn}',
    code: 'opening_import.after_opening_day',
  },
];
