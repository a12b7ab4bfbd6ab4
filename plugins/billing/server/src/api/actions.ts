import { correctionActions } from './correction-actions';
import { invoiceLifeActions } from './invoice-life-actions';
import { memberActions } from './member-actions';
import { paymentActions } from './payment-actions';
import { staffActions } from './staff-actions';

export const actions = [
  ...memberActions,
  ...staffActions,
  ...invoiceLifeActions,
  ...paymentActions,
  ...correctionActions,
] as const;
