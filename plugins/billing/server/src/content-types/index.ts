import allocation from './allocation/schema.json';
import allocationLine from './allocation-line/schema.json';
import bankStatement from './bank-statement/schema.json';
import billingArrangement from './billing-arrangement/schema.json';
import billingNote from './billing-note/schema.json';
import billingNoteLine from './billing-note-line/schema.json';
import cheque from './cheque/schema.json';
import chequeLine from './cheque-line/schema.json';
import creditNote from './credit-note/schema.json';
import creditNoteLine from './credit-note-line/schema.json';
import customerStatement from './customer-statement/schema.json';
import debitNote from './debit-note/schema.json';
import debitNoteLine from './debit-note-line/schema.json';
import dunningExemption from './dunning-exemption/schema.json';
import dunningNotice from './dunning-notice/schema.json';
import dunningPolicy from './dunning-policy/schema.json';
import dunningStep from './dunning-step/schema.json';
import gatewayEvent from './gateway-event/schema.json';
import deposit from './deposit/schema.json';
import invoice from './invoice/schema.json';
import invoiceLine from './invoice-line/schema.json';
import openingImportRow from './opening-import-row/schema.json';
import openingImport from './opening-import/schema.json';
import openingMoneyImportRow from './opening-money-import-row/schema.json';
import openingMoneyImport from './opening-money-import/schema.json';
import payerAccount from './payer-account/schema.json';
import paymentMethod from './payment-method/schema.json';
import payment from './payment/schema.json';
import printing from './printing/schema.json';
import promiseToPay from './promise-to-pay/schema.json';
import receipt from './receipt/schema.json';
import refund from './refund/schema.json';
import setting from './setting/schema.json';
import statementLayout from './statement-layout/schema.json';
import statementLine from './statement-line/schema.json';
import taxInvoice from './tax-invoice/schema.json';
import taxInvoiceLine from './tax-invoice-line/schema.json';
import taxMonth from './tax-month/schema.json';
import withholdingCertificate from './withholding-certificate/schema.json';

export const contentTypes = {
  allocation: { schema: allocation },
  'allocation-line': { schema: allocationLine },
  'bank-statement': { schema: bankStatement },
  'billing-arrangement': { schema: billingArrangement },
  'billing-note': { schema: billingNote },
  'billing-note-line': { schema: billingNoteLine },
  cheque: { schema: cheque },
  'cheque-line': { schema: chequeLine },
  'credit-note': { schema: creditNote },
  'credit-note-line': { schema: creditNoteLine },
  'customer-statement': { schema: customerStatement },
  'debit-note': { schema: debitNote },
  'debit-note-line': { schema: debitNoteLine },
  'dunning-exemption': { schema: dunningExemption },
  'dunning-notice': { schema: dunningNotice },
  'dunning-policy': { schema: dunningPolicy },
  'dunning-step': { schema: dunningStep },
  'gateway-event': { schema: gatewayEvent },
  deposit: { schema: deposit },
  invoice: { schema: invoice },
  'invoice-line': { schema: invoiceLine },
  'opening-import': { schema: openingImport },
  'opening-import-row': { schema: openingImportRow },
  'opening-money-import': { schema: openingMoneyImport },
  'opening-money-import-row': { schema: openingMoneyImportRow },
  'payer-account': { schema: payerAccount },
  payment: { schema: payment },
  'payment-method': { schema: paymentMethod },
  printing: { schema: printing },
  'promise-to-pay': { schema: promiseToPay },
  receipt: { schema: receipt },
  refund: { schema: refund },
  setting: { schema: setting },
  'statement-layout': { schema: statementLayout },
  'statement-line': { schema: statementLine },
  'tax-invoice': { schema: taxInvoice },
  'tax-invoice-line': { schema: taxInvoiceLine },
  'tax-month': { schema: taxMonth },
  'withholding-certificate': { schema: withholdingCertificate },
};
