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
import { createAnnounceDebits } from './jobs/announce-debits';
import { createDebitCards } from './jobs/debit-cards';
import { openingJobs } from './jobs/openings';
import { createTellEndingCards } from './jobs/tell-ending-cards';
import { tidyGatewayEvents } from './jobs/tidy-gateway-events';
import { en } from './messages/en';
import { th } from './messages/th';
import { doctorChecks } from './services/doctor-checks';
import { approvals } from './services/approvals';
import { credit } from './services/credit';
import { documents } from './services/documents';
import { dunning } from './services/dunning';
import { invoicing } from './services/invoicing';
import { keepCustomersOfBooks } from './services/kept-customers';
import { paperFoots } from './services/paper-foots';
import { parties } from './services/parties';
import { payments } from './services/payments';
import { proofChecks } from './services/proof-checks';
import { reports } from './services/reports';
import { series } from './services/series';
import { simulation } from './services/simulation';
import { taxPapers } from './services/tax-papers';
import { templateSources } from './services/template-sources';
import { workflowSubjects } from './services/workflow-subjects';
import { templates } from './services/templates';
import { readRules } from './stores/settings';
import { callTasks } from './use-cases/dunning/call-tasks';
import { subscribers } from './use-cases/dunning/follow-suspensions';
import { cardSubscribers } from './use-cases/one-default-card';
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
  series,
  templates: [...templates, ...paperFoots],
  templateSources,
  messages: { en, th },
  machines: [
    ...[invoiceLife, paymentLife, paymentMethodLife, taxInvoiceLife, receiptLife, creditNoteLife, debitNoteLife],
    ...[billingNoteLife, chequeLife, depositLife, refundLife, certificateLife],
    ...[statementLineLife, gatewayEventLife, taxMonthLife, openingLife, moneyLife],
  ],
  workflowSubjects,
  services: { invoicing, parties, payments, credit, taxPapers, dunning },
  jobs: (tools) => [
    createAnnounceDebits(tools),
    createAskGateways(tools),
    createDebitCards(tools),
    createDunInvoices(tools),
    ...openingJobs(tools),
    createTellEndingCards(tools),
    tidyGatewayEvents(tools.platform),
  ],
  subscribers: (tools) => [...subscribers(tools), ...callTasks(tools), ...cardSubscribers(tools)],
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
    keepCustomersOfBooks(tools);
  },
};
