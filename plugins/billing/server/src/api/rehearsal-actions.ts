import { defineAction, day, money, type Platform, rowId } from '@sanya/strapi-plugin-platform/kit';
import { z } from 'zod';
import { DUNNING_POLICY } from '../content-types/types';
import type { Tally } from '../domain/dunning/rehearsal-tally';
import { type Rehearsal, rehearsePolicy } from '../services/rehearse-policy';
import { policyWish } from './dunning-shapes';
import { wishOf } from './dunning-wish';
import { documentId } from './shapes';

/** The policy as it would be saved; `policy` names the one that it would change. */
const rehearsalWish = policyWish.extend({ policy: documentId.nullish() });

const count = z.int();
const tally = z
  .strictObject({
    /** Mails, letters and calls: one a customer and day. */
    contacts: count,
    steps: count,
    fees: count,
    charged: z.array(z.strictObject({ currency: z.string(), amount: money })),
    suspended: count,
    ended: count,
    handedOver: count,
    writtenOff: count,
  })
  .meta({ id: 'DunningTally' });

const rehearsalAnswer = z.strictObject({
  from: day,
  to: day,
  /** What the policy would have done in these days, and what was done. */
  would: tally,
  did: tally,
  /** Those first of whom most would have been otherwise. */
  customers: z.array(
    z.strictObject({ documentId: z.string(), name: z.string(), would: tally, did: tally }).meta({ id: 'Rehearsed' }),
  ),
  differing: count,
  /** There are more invoices than were looked at. */
  more: z.boolean(),
});

const tallyView = ({ charged, ...rest }: Tally) => ({
  ...rest,
  charged: [...charged].map(([currency, amount]) => ({ currency, amount })),
});

const rehearsalView = ({ would, did, customers, ...rest }: Rehearsal) => ({
  ...{ ...rest, would: tallyView(would), did: tallyView(did) },
  customers: customers.map((one) => ({ ...one, would: tallyView(one.would), did: tallyView(one.did) })),
});

const policyRow = async (platform: Platform, policy: string | null | undefined): Promise<number | undefined> =>
  policy ? rowId(platform, DUNNING_POLICY, policy, 'dunning.policy_unknown', 'policy') : undefined;

export const rehearsalActions = [
  defineAction({
    name: 'rehearseDunningPolicy',
    summary: 'What a dunning policy would have done in the last 90 days, against what was done; writes nothing',
    staff: { method: 'POST', path: '/dunning-policies/rehearse', permission: 'dunning.set' },
    graphql: 'none',
    writes: false,
    input: rehearsalWish,
    output: rehearsalAnswer,
    run: async ({ platform, input: { policy, ...wish } }) =>
      rehearsalView(await rehearsePolicy(platform, await wishOf(platform, wish), await policyRow(platform, policy))),
  }),
];
