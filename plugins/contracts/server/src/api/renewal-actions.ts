import { addDays, badInput, conflict, next } from '@sanya/strapi-plugin-platform/kernel';
import { type Call, defineAction } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT, RENEWAL } from '../content-types/types';
import { renewalMachine } from '../domain/renewal-machine';
import { expiryCalendarOf, renewalCockpit } from '../services/renewal-cockpit';
import { expiringByMonth } from '../stores/expiries';
import { renewalsStore } from '../stores/renewals';
import { askToRenew } from '../use-cases/renewals/ask-to-renew';
import { declineRenewals } from '../use-cases/renewals/decline-renewals';
import { offerRenewals } from '../use-cases/renewals/offer-renewals';
import { previewRenewal } from '../use-cases/renewals/preview-renewal';
import { renewContracts } from '../use-cases/renewals/renew-contracts';
import { winBackContracts } from '../use-cases/renewals/win-back-contracts';
import { cockpit, expiringMonths, expiryCalendar, renewal, renewalPreview } from './renewal-answers';
import { cockpitAsked, daysAsked, declineInput, offerInput, winBackInput } from './renewal-shapes';
import { renewalView } from './renewal-views';
import { nothing } from './shapes';
import { contractAsIs } from './views';

/** A year around today, unless the reader asks for other days. */
const AHEAD = 366;
const LONGEST = 1_100;

function daysOf({ platform, input }: Pick<Call<{ from?: string; to?: string }>, 'platform' | 'input'>) {
  const today = platform.clock.today();
  const from = input.from ?? today;
  const to = input.to ?? addDays(from, AHEAD);
  if (to < from || to > addDays(from, LONGEST))
    throw badInput('renewal.days', { field: 'to', params: { most: LONGEST } });
  return { from, to };
}

/** The reason that a code or a document id names. */
async function reasonOf({ platform }: Pick<Call<unknown>, 'platform'>, asked: string | undefined) {
  if (asked === undefined) return undefined;
  const all = await renewalsStore(platform.rows).reasons();
  const found = all.find(({ code, documentId, active }) => active && (code === asked || documentId === asked));
  if (!found) {
    const codes = all.filter(({ active }) => active).map(({ code }) => code);
    throw badInput('renewal.reason_unknown', { field: 'reason', params: { reasons: codes.join(', ') } });
  }
  return found;
}

export const renewalActions = [
  defineAction({
    name: 'renewContract',
    summary:
      'Let a contract go on for a further term: by staff and on credit terms at once, else what is to be paid for it is asked for',
    subject: CONTRACT,
    storefront: { method: 'POST', path: '/contracts/:id/renew', who: 'member' },
    staff: { method: 'POST', path: '/contracts/:id/renew', permission: 'renewal.decide' },
    input: nothing,
    output: renewal,
    run: async (call) => {
      const id = await askToRenew(call, call.subject.id, call.caller.kind === 'member' ? 'member' : 'staff');
      return renewalView(call.platform, id);
    },
  }),
  defineAction({
    name: 'previewRenewContract',
    summary: 'The days and the price of the term that would follow; writes nothing',
    subject: CONTRACT,
    staff: { method: 'POST', path: '/contracts/:id/renew/preview', permission: 'renewal.decide' },
    input: nothing,
    output: renewalPreview,
    writes: false,
    graphql: 'none',
    run: async (call) => {
      const found = await contractAsIs(call, call.subject.id);
      return found && previewRenewal(call, found);
    },
  }),
  defineAction({
    name: 'offerRenewal',
    summary: 'Make the invoice of the next term in advance; offered again, the one before is void',
    subject: RENEWAL,
    staff: { method: 'POST', path: '/renewals/:id/offer', permission: 'renewal.offer' },
    input: offerInput,
    output: renewal,
    graphql: 'none',
    run: async (call) => {
      const { platform, subject, input } = call;
      await offerRenewals(call, [{ renewal: subject.id, price: input.price ?? null, priceNote: input.note ?? null }]);
      return renewalView(platform, subject.id);
    },
  }),
  defineAction({
    name: 'renewRenewal',
    summary: 'The contract goes on for the next term, paid or not yet',
    subject: RENEWAL,
    staff: { method: 'POST', path: '/renewals/:id/renew', permission: 'renewal.decide' },
    input: nothing,
    output: renewal,
    graphql: 'none',
    run: async (call) => {
      await renewContracts(call, [call.subject.id]);
      return renewalView(call.platform, call.subject.id);
    },
  }),
  defineAction({
    name: 'declineRenewal',
    summary: 'The contract will not go on, and why',
    subject: RENEWAL,
    storefront: { method: 'POST', path: '/renewals/:id/decline', who: 'member' },
    staff: { method: 'POST', path: '/renewals/:id/decline', permission: 'renewal.decide' },
    input: declineInput,
    output: renewal,
    run: async (call) => {
      const { platform, subject, input, caller } = call;
      const reason = await reasonOf(call, input.reason);
      if (!reason && caller.kind !== 'member') throw badInput('renewal.reason_missing', { field: 'reason' });
      await declineRenewals(call, [
        {
          ...{ renewal: subject.id, reason: reason?.id ?? null, reasonName: reason?.name ?? null },
          note: input.note ?? null,
        },
      ]);
      return renewalView(platform, subject.id);
    },
  }),
  defineAction({
    name: 'winBackRenewal',
    summary: 'What had lapsed comes back, as a contract that continues the one before',
    subject: RENEWAL,
    staff: { method: 'POST', path: '/renewals/:id/win-back', permission: 'renewal.decide' },
    input: winBackInput,
    output: renewal,
    graphql: 'none',
    run: async (call) => {
      const { platform, subject, input } = call;
      const [row] = await renewalsStore(platform.rows).byIds([subject.id]);
      if (row && next(renewalMachine, row.state, 'win_back') === undefined) throw conflict('renewal.not_lapsed');
      await winBackContracts(call, [{ renewal: subject.id, startsOn: input.startsOn }]);
      return renewalView(platform, subject.id);
    },
  }),
  defineAction({
    name: 'renewalCockpit',
    summary: 'Contracts that end soon, with all that helps to decide what becomes of them',
    staff: { method: 'GET', path: '/renewal-cockpit', permission: 'renewal.read' },
    input: cockpitAsked,
    output: cockpit,
    writes: false,
    graphql: 'none',
    run: (call) => renewalCockpit(call, call.input),
  }),
  defineAction({
    name: 'expiryCalendar',
    summary: 'Which contracts end on which day',
    staff: { method: 'GET', path: '/expiry-calendar', permission: 'renewal.read' },
    input: daysAsked,
    output: expiryCalendar,
    writes: false,
    graphql: 'none',
    run: (call) => expiryCalendarOf(call, daysOf(call)),
  }),
  defineAction({
    name: 'expiringByMonth',
    summary: 'How many terms end in each month, and what became of them',
    staff: { method: 'GET', path: '/expiring-by-month', permission: 'renewal.count' },
    input: daysAsked,
    output: expiringMonths,
    writes: false,
    graphql: 'none',
    run: (call) => expiringByMonth(call.platform, daysOf(call)),
  }),
] as const;
