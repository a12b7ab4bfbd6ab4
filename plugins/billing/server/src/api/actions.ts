import type { Action } from '@sanya/strapi-plugin-platform/kit';
import { correctionActions } from './correction-actions';
import { creditActions } from './credit-actions';
import { invoiceLifeActions } from './invoice-life-actions';
import { memberActions } from './member-actions';
import { paymentActions } from './payment-actions';
import { refundActions } from './refund-actions';
import { staffActions } from './staff-actions';

export const actions: readonly Action[] = [
  ...memberActions,
  ...staffActions,
  ...invoiceLifeActions,
  ...paymentActions,
  ...correctionActions,
  ...refundActions,
  ...creditActions,
];
