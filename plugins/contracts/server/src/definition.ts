import type { PluginDefinition } from '@sanya/strapi-plugin-platform/kit';
import { actions } from './api/actions';
import { conditions, decideVisibility } from './api/conditions';
import { registerDocumentGuards } from './api/document-guards';
import { grants } from './api/grants';
import { owners, reads } from './api/reads';
import { contentTypes } from './content-types';
import { constraints } from './content-types/constraints';
import { contractMachine } from './domain/contract-machine';
import { createGrantEntitlements } from './jobs/grant-entitlements';
import { openingJobs } from './jobs/openings';
import { createRunBilling } from './jobs/run-billing';
import { createTurnDays } from './jobs/turn-days';
import { messages } from './messages';
import { contractClauses } from './services/contract-clauses';
import { clauseSources, contractDocuments } from './services/contract-document';
import { contracts } from './services/contracts';
import { entitlementProof } from './services/entitlement-proof';
import { entitlements } from './services/entitlements';
import { entitlementSubscribers } from './use-cases/entitlements/subscribers';
import { CONTRACT_SERIES } from './use-cases/make-contracts';
import { contractImportLife } from './use-cases/opening/contract-file';
import { paperSubscribers } from './use-cases/pin-papers';
import { subscribers } from './use-cases/subscribers';

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
      pattern: 'CT-{BBBB}-{N:6}',
      companyWide: true,
    },
  ],
  messages,
  machines: [contractMachine, contractImportLife],
  services: { contracts, entitlements },
  jobs: (tools) => [
    createRunBilling(tools),
    createTurnDays(tools),
    createGrantEntitlements(tools),
    ...openingJobs(tools),
  ],
  subscribers: (tools) => [...subscribers(tools), ...entitlementSubscribers(tools), ...paperSubscribers(tools)],
  templates: contractClauses,
  templateSources: clauseSources,
  documents: contractDocuments,
  proof: entitlementProof,
  register(tools) {
    decideVisibility(tools);
    registerDocumentGuards(tools);
  },
};
