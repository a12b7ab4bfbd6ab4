import type { PluginDefinition } from '@sanya/strapi-plugin-platform/kit';
import { actions } from './api/actions';
import { conditions, decideVisibility } from './api/conditions';
import { registerDocumentGuards } from './api/document-guards';
import { grants } from './api/grants';
import { owners, reads } from './api/reads';
import { contentTypes } from './content-types';
import { constraints } from './content-types/constraints';
import {
  certificateLife,
  creditNoteLife,
  debitNoteLife,
  gatewayEventLife,
  invoiceLife,
  paymentLife,
  receiptLife,
  statementLineLife,
  taxInvoiceLife,
  taxMonthLife,
} from './domain/lives';
import { paymentMethodLife } from './domain/payment-method';
import { billingNoteLife } from './domain/billing-note';
import { chequeLife } from './domain/cheque';
import { depositLife } from './domain/deposit';
import { refundLife } from './domain/refund';
import { createDunInvoices } from './jobs/dun-invoices';
import { createAskGateways } from './jobs/ask-gateways';
import { openingJobs } from './jobs/openings';
import { tidyGatewayEvents } from './jobs/tidy-gateway-events';
import { en } from './messages/en';
import { th } from './messages/th';
import { doctorChecks } from './services/doctor-checks';
import { approvals } from './services/approvals';
import { credit } from './services/credit';
import { documents } from './services/documents';
import { invoicing } from './services/invoicing';
import { parties } from './services/parties';
import { payments } from './services/payments';
import { proofChecks } from './services/proof-checks';
import { reports } from './services/reports';
import { simulation } from './services/simulation';
import { taxPapers } from './services/tax-papers';
import { templateSources } from './services/template-sources';
import { templates } from './services/templates';
import { readRules } from './stores/settings';
import { subscribers } from './use-cases/dunning/follow-suspensions';
import { moneyLife } from './use-cases/opening/money-file';
import { openingLife } from './use-cases/opening/opening-file';

export const definition: PluginDefinition = {
  id: 'billing',
  needs: ['platform', 'crm'],
  contentTypes,
  constraints,
  actions,
  reads,
  owners,
  grants,
  conditions,
  series: [
    { code: 'invoice', name: { th: 'ใบแจ้งหนี้', en: 'Invoices' }, pattern: 'INV-{BBBB}-{N:6}' },
    { code: 'receipt', name: { th: 'ใบเสร็จรับเงิน/ใบกำกับภาษี', en: 'Receipts' }, pattern: 'RC-{BBBB}-{N:6}' },
    { code: 'tax-invoice', name: { th: 'ใบกำกับภาษี', en: 'Tax invoices' }, pattern: 'TX-{BBBB}-{N:6}' },
    { code: 'credit-note', name: { th: 'ใบลดหนี้', en: 'Credit notes' }, pattern: 'CN-{BBBB}-{N:6}' },
    {
      code: 'billing-note',
      name: { th: 'ใบวางบิล', en: 'Billing notes' },
      pattern: 'BN-{BBBB}-{N:6}',
      companyWide: true,
    },
    { code: 'refund', name: { th: 'ใบแจ้งการคืนเงิน', en: 'Refunds' }, pattern: 'RF-{BBBB}-{N:6}', companyWide: true },
    { code: 'debit-note', name: { th: 'ใบเพิ่มหนี้', en: 'Debit notes' }, pattern: 'DN-{BBBB}-{N:6}' },
  ],
  templates,
  templateSources,
  messages: { en, th },
  machines: [
    ...[invoiceLife, paymentLife, paymentMethodLife, taxInvoiceLife, receiptLife, creditNoteLife, debitNoteLife],
    ...[billingNoteLife, chequeLife, depositLife, refundLife, certificateLife],
    ...[statementLineLife, gatewayEventLife, taxMonthLife, openingLife, moneyLife],
  ],
  services: { invoicing, parties, payments, credit, taxPapers },
  jobs: (tools) => [
    createAskGateways(tools),
    createDunInvoices(tools),
    ...openingJobs(tools),
    tidyGatewayEvents(tools.platform),
  ],
  subscribers,
  approvals,
  documents,
  proof: proofChecks,
  doctor: doctorChecks,
  reports,
  simulation,
  register(tools) {
    decideVisibility(tools);
    tools.platform.currency.resolveWith(async () => (await readRules(tools.platform)).currency);
    registerDocumentGuards(tools);
  },
};
