import { type Constraint, importConstraintsOf } from '@sanya/strapi-plugin-platform/kit';
import {
  INVOICE,
  OPENING_IMPORT,
  OPENING_IMPORT_ROW,
  OPENING_MONEY_IMPORT,
  OPENING_MONEY_IMPORT_ROW,
  PAYMENT,
} from './types';

/** Invoices and money of the books that were kept before. */
export const openingConstraints: readonly Constraint[] = [
  ...importConstraintsOf('billing_opening', {
    ...{ type: OPENING_IMPORT, rowType: OPENING_IMPORT_ROW, keyColumn: 'number' },
  }),
  ...importConstraintsOf('billing_opening_money', {
    ...{ type: OPENING_MONEY_IMPORT, rowType: OPENING_MONEY_IMPORT_ROW, keyColumn: 'reference' },
  }),
  {
    kind: 'unique',
    type: PAYMENT,
    name: 'billing_payments_taken_over',
    columns: ['reference'],
    when: "{takenOverOn} is not null and {state} = 'succeeded'",
    code: 'opening_money.known',
  },
  {
    kind: 'check',
    type: INVOICE,
    name: 'billing_invoices_taken_over',
    condition: '{takenOverOn} is null or {issuedOn} <= {takenOverOn}',
    code: 'opening_import.after_opening_day',
  },
];
