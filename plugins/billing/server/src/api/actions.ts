import type { Action } from '@sanya/strapi-plugin-platform/kit';
import { certificateActions } from './certificate-actions';
import { correctionActions } from './correction-actions';
import { invoiceLifeActions } from './invoice-life-actions';
import { memberActions } from './member-actions';
import { paymentActions } from './payment-actions';
import { printActions } from './print-actions';
import { staffActions } from './staff-actions';
import { taxInvoiceActions } from './tax-invoice-actions';
import { taxMonthActions } from './tax-month-actions';

export const actions: readonly Action[] = [
  ...memberActions,
  ...staffActions,
  ...invoiceLifeActions,
  ...paymentActions,
  ...correctionActions,
  ...taxInvoiceActions,
  ...taxMonthActions,
  ...certificateActions,
  ...printActions,
];
