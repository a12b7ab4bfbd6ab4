import { type Call, importActions, importTemplateAction, onlyFile } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT_IMPORT } from '../content-types/types';
import { EXAMPLES } from '../domain/opening/columns';
import { contractFile } from '../use-cases/opening/contract-file';

const contracts = {
  ...{ thing: 'Contract', path: '/contract-import', permission: 'contract.import' },
  what: 'contracts that ran in the books before',
  kind: (strapi: Call<unknown>['strapi']) => contractFile(strapi),
} as const;

/** Moving in: what was promised in the books that were kept before. */
export const openingActions = [
  ...importActions({ ...contracts, type: CONTRACT_IMPORT, asked: onlyFile }),
  importTemplateAction({ ...contracts, name: 'contracts', examples: EXAMPLES }),
] as const;
