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
import { createRunBilling } from './jobs/run-billing';
import { createTurnDays } from './jobs/turn-days';
import { messages } from './messages';
import { contracts } from './services/contracts';
import { CONTRACT_SERIES } from './use-cases/make-contracts';
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
      documents: { type: CONTRACT, attribute: 'number' },
    },
  ],
  messages,
  machines: [contractMachine],
  services: { contracts },
  jobs: (tools) => [createRunBilling(tools), createTurnDays(tools)],
  subscribers,
  register(tools) {
    decideVisibility(tools);
    registerDocumentGuards(tools);
  },
};
