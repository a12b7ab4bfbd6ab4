import type { PluginDefinition } from '@sanya/strapi-plugin-platform/kit';
import { actions } from './api/actions';
import { conditions, decideVisibility } from './api/conditions';
import { registerDocumentGuards } from './api/document-guards';
import { grants } from './api/grants';
import { owners, reads } from './api/reads';
import { contentTypes } from './content-types';
import { constraints } from './content-types/constraints';
import { CONTRACT } from './content-types/types';
import { contractMachine } from './domain/contract-machine';
import { renewalMachine } from './domain/renewal-machine';
import { createGrantEntitlements } from './jobs/grant-entitlements';
import { createKeepRenewals } from './jobs/keep-renewals';
import { openingJobs } from './jobs/openings';
import { createRunBilling } from './jobs/run-billing';
import { createTurnDays } from './jobs/turn-days';
import { createUndoRuns } from './jobs/undo-runs';
import { messages } from './messages';
import { contractClauses } from './services/contract-clauses';
import { clauseSources, contractDocuments } from './services/contract-document';
import { contracts } from './services/contracts';
import { encloseLetters } from './services/enclose-letters';
import { entitlementProof } from './services/entitlement-proof';
import { entitlements } from './services/entitlements';
import { keepCustomersOfContracts } from './services/kept-customers';
import { proofChecks } from './services/proof-checks';
import { renewalReports } from './services/renewal-reports';
import { renewalTemplateSources } from './services/renewal-template-sources';
import { renewalTemplates } from './services/renewal-templates';
import { suspensionLetters } from './services/suspension-letter';
import { suspensionTemplates } from './services/suspension-templates';
import { entitlementSubscribers } from './use-cases/entitlements/subscribers';
import { CONTRACT_SERIES } from './use-cases/make-contracts';
import { contractImportLife } from './use-cases/opening/contract-file';
import { settlePromised } from './use-cases/orders/promised-lines';
import { paperSubscribers } from './use-cases/pin-papers';
import { beginWithReasons } from './use-cases/renewals/begin-with-reasons';
import { tellOffers } from './use-cases/renewals/tell-offers';
import { workflowSubjects } from './services/workflow-subjects';
import { subscribers } from './use-cases/subscribers';
import { termsSubscribers } from './use-cases/terms/follow-prices';

export const definition: PluginDefinition = {
  id: 'contracts',
  needs: ['platform', 'crm', 'billing', 'sales'],
  contentTypes,
  constraints,
  actions,
  reads,
  owners,
  grants,
  conditions,
  series: [
    {
      code: CONTRACT_SERIES,
      name: { th: 'สัญญา', en: 'Contracts' },
      words: ['Contract'],
      pattern: 'CT-{BBBB}-{N:6}',
      companyWide: true,
      documents: { type: CONTRACT, attribute: 'number', when: '{takenOverOn} is null' },
    },
  ],
  messages,
  machines: [contractMachine, renewalMachine, contractImportLife],
  workflowSubjects,
  services: { contracts, entitlements },
  jobs: (tools) => [
    createRunBilling(tools),
    createKeepRenewals(tools),
    createTurnDays(tools),
    createUndoRuns(tools),
    createGrantEntitlements(tools),
    ...openingJobs(tools),
  ],
  subscribers: (tools) => [
    ...subscribers(tools),
    ...entitlementSubscribers(tools),
    ...paperSubscribers(tools),
    ...termsSubscribers(tools),
  ],
  templates: [...contractClauses, ...renewalTemplates, ...suspensionTemplates],
  templateSources: (tools) => [...clauseSources(tools), ...renewalTemplateSources(tools)],
  reports: renewalReports,
  documents: (tools) => [...contractDocuments(tools), ...suspensionLetters(tools)],
  bootstrap: beginWithReasons,
  proof: (tools) => [...proofChecks(tools), ...entitlementProof(tools)],
  register(tools) {
    decideVisibility(tools);
    registerDocumentGuards(tools);
    encloseLetters(tools);
    keepCustomersOfContracts(tools);
    settlePromised(tools);
    tellOffers(tools);
  },
};
