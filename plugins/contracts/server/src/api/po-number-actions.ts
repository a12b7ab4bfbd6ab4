import { defineAction } from '@sanya/strapi-plugin-platform/kit';
import { z } from 'zod';
import { CONTRACT } from '../content-types/types';
import { setPoNumbers } from '../use-cases/set-po-numbers';
import { contract } from './answers';
import { maybe } from './shapes';
import { contractView } from './views';

export const poNumberActions = [
  defineAction({
    name: 'setContractPoNumber',
    summary: 'Say which purchase order of the customer a contract is billed on from now on; null: none',
    subject: CONTRACT,
    staff: { method: 'POST', path: '/contracts/:id/po-number', permission: 'contract.edit' },
    input: z.strictObject({ poNumber: maybe(60) }),
    output: contract,
    graphql: 'none',
    run: async (call) => {
      const { platform, subject, input } = call;
      await setPoNumbers(call, [{ id: subject.id, poNumber: input.poNumber ?? null }]);
      return contractView(platform, subject.id);
    },
  }),
] as const;
