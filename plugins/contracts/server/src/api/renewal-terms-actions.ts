import { defineAction } from '@sanya/strapi-plugin-platform/kit';
import { z } from 'zod';
import { CONTRACT } from '../content-types/types';
import { setRenewalTerms } from '../use-cases/renewals/set-renewal-terms';
import { contract } from './answers';
import { renewalTermsInput } from './renewal-shapes';
import { renewalStands } from './renewal-stands';
import { contractView } from './views';

export const renewalTermsActions = [
  defineAction({
    name: 'setContractRenewalTerms',
    summary:
      'Agree anew how a contract goes on after its term, on its days of notice, how it is billed and its note; what is left out stays',
    subject: CONTRACT,
    staff: { method: 'POST', path: '/contracts/:id/renewal-terms', permission: 'contract.edit' },
    input: renewalTermsInput,
    output: contract
      .extend({
        /** What becomes of the term that runs, in one sentence; null: nobody follows it yet. */
        stands: z.string().nullable(),
      })
      .meta({ id: 'ContractRenewalTerms' }),
    graphql: 'none',
    run: async (call) => {
      const { platform, subject, input } = call;
      const { renewal, noticeDays, billedTogether, note } = input;
      await setRenewalTerms(call, [
        { id: subject.id, autoRenew: renewal?.auto, table: renewal?.table, noticeDays, billedTogether, note },
      ]);
      const view = await contractView(platform, subject.id);
      return view && { ...view, stands: await renewalStands(platform, subject.id) };
    },
  }),
] as const;
