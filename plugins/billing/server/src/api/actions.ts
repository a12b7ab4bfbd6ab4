import { billingNoteActions } from './billing-note-actions';
import { certificateActions } from './certificate-actions';
import { chequeActions } from './cheque-actions';
import { correctionActions } from './correction-actions';
import { creditActions } from './credit-actions';
import { customerStatementActions } from './customer-statement-actions';
import { dunningActions } from './dunning-actions';
import { dunningPolicyActions } from './dunning-policy-actions';
import { rehearsalActions } from './rehearsal-actions';
import { gatewayActions } from './gateway-actions';
import { depositActions } from './deposit-actions';
import { invoiceLifeActions } from './invoice-life-actions';
import { memberActions } from './member-actions';
import { openingActions } from './opening-actions';
import { paymentActions } from './payment-actions';
import { paymentMethodActions } from './payment-method-actions';
import { printActions } from './print-actions';
import { refundActions } from './refund-actions';
import { staffActions } from './staff-actions';
import { statementActions } from './statement-actions';
import { statementLineActions } from './statement-line-actions';
import { taxInvoiceActions } from './tax-invoice-actions';
import { taxMonthActions } from './tax-month-actions';

export const actions = [
  ...memberActions,
  ...staffActions,
  ...invoiceLifeActions,
  ...paymentActions,
  ...gatewayActions,
  ...paymentMethodActions,
  ...billingNoteActions,
  ...chequeActions,
  ...correctionActions,
  ...depositActions,
  ...taxInvoiceActions,
  ...taxMonthActions,
  ...certificateActions,
  ...printActions,
  ...statementActions,
  ...statementLineActions,
  ...refundActions,
  ...creditActions,
  ...customerStatementActions,
  ...openingActions,
  ...dunningPolicyActions,
  ...rehearsalActions,
  ...dunningActions,
] as const;
