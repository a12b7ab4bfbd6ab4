import { conflict, notFound } from '@sanya/strapi-plugin-platform/kernel';
import { type Call, defineAction } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT } from '../content-types/types';
import { readServiceId } from '../domain/service-id';
import { contractsStore } from '../stores/contracts';
import { activateContracts, agreeContracts } from '../use-cases/activate-contracts';
import { endContracts, planEnding } from '../use-cases/end-contracts';
import { retryContracts } from '../use-cases/park-contracts';
import { resumeContracts, suspendContracts } from '../use-cases/suspend-contracts';
import { contract, endingPreview } from './answers';
import { serviceCard, serviceCardView } from './service-cards';
import { activateInput, endInput, nothing, resumeInput, serviceIdInput, suspendInput } from './shapes';
import { contractAsIs, contractView, endingView } from './views';

/** Customers give up what runs, with its period or its term; all else is agreed with staff. */
async function checkOwn(call: Pick<Call<unknown>, 'caller' | 'platform' | 'subject'>, ending: string): Promise<void> {
  if (call.caller.kind !== 'member') return;
  const [row] = await contractsStore(call.platform.rows).byIds([call.subject.id]);
  if (row?.state !== 'active' || ending === 'now') throw conflict('contract.not_yours_to_end');
}

export const contractSteps = [
  defineAction({
    name: 'agreeContract',
    summary: 'A draft is agreed: from here it waits for its beginning',
    subject: CONTRACT,
    staff: { method: 'POST', path: '/contracts/:id/agree', permission: 'contract.edit' },
    input: nothing,
    output: contract,
    graphql: 'none',
    run: async (call) => {
      await agreeContracts(call, [call.subject.id]);
      return contractView(call.platform, call.subject.id);
    },
  }),
  defineAction({
    name: 'activateContract',
    summary: 'What the contract waits for has happened: it begins',
    subject: CONTRACT,
    staff: { method: 'POST', path: '/contracts/:id/activate', permission: 'contract.activate' },
    input: activateInput,
    output: contract,
    graphql: 'none',
    run: async (call) => {
      const { platform, subject, input } = call;
      await activateContracts(call, [{ id: subject.id, on: input.on ?? platform.clock.today() }]);
      return contractView(platform, subject.id);
    },
  }),
  defineAction({
    name: 'suspendContract',
    summary: 'The service is off from a day on; what that does to the bills, the lines say',
    subject: CONTRACT,
    staff: { method: 'POST', path: '/contracts/:id/suspend', permission: 'contract.suspend' },
    input: suspendInput,
    output: contract,
    graphql: 'none',
    run: async (call) => {
      const { platform, subject, input } = call;
      const from = input.from ?? platform.clock.today();
      await suspendContracts(call, [{ id: subject.id, from, reason: input.reason }]);
      return contractView(platform, subject.id);
    },
  }),
  defineAction({
    name: 'resumeContract',
    summary: 'The service is on again: what was paid and not used comes back where the lines say so',
    subject: CONTRACT,
    staff: { method: 'POST', path: '/contracts/:id/resume', permission: 'contract.suspend' },
    input: resumeInput,
    output: contract,
    graphql: 'none',
    run: async (call) => {
      const { platform, subject, input } = call;
      await resumeContracts(call, [{ id: subject.id, on: input.on ?? platform.clock.today() }]);
      return contractView(platform, subject.id);
    },
  }),
  defineAction({
    name: 'cancelContract',
    summary:
      'Give a contract up: now, with the period that runs, or with its term; one that has not begun is cancelled',
    subject: CONTRACT,
    storefront: { method: 'POST', path: '/contracts/:id/cancel', who: 'member' },
    staff: { method: 'POST', path: '/contracts/:id/cancel', permission: 'contract.cancel' },
    input: endInput,
    output: contract,
    run: async (call) => {
      const { platform, subject, input } = call;
      await checkOwn(call, input.ending);
      await endContracts(call, [{ id: subject.id, ending: input.ending, reason: input.reason ?? null }]);
      return contractView(platform, subject.id);
    },
  }),
  defineAction({
    name: 'previewCancelContract',
    summary: 'When it would end, what leaving early costs and what comes back; writes nothing',
    subject: CONTRACT,
    storefront: { method: 'POST', path: '/contracts/:id/cancel/preview', who: 'member' },
    staff: { method: 'POST', path: '/contracts/:id/cancel/preview', permission: 'contract.cancel' },
    input: endInput,
    output: endingPreview,
    writes: false,
    graphql: 'query',
    run: async (call) => {
      const { platform, subject, input } = call;
      await checkOwn(call, input.ending);
      const found = await contractAsIs(call, subject.id);
      if (found?.contract.state !== 'active') {
        throw conflict('contract.not_active', {
          params: { contract: found?.contract.number ?? '', state: found?.contract.state ?? '' },
        });
      }
      return endingView(call, found, planEnding(found, input.ending, platform.clock.today()));
    },
  }),
  defineAction({
    name: 'retryContract',
    summary: 'A contract that was set aside was seen to: it is billed, begins or ends as it should have',
    subject: CONTRACT,
    staff: { method: 'POST', path: '/contracts/:id/retry', permission: 'billing-run.start' },
    input: nothing,
    output: contract,
    graphql: 'none',
    run: async (call) => {
      await retryContracts(call, [call.subject.id]);
      return contractView(call.platform, call.subject.id);
    },
  }),
  defineAction({
    name: 'findContractByServiceId',
    summary:
      'What somebody who answers the phone has to know of a service id that is said there: who it is, what was agreed, what is left, for which items',
    staff: { method: 'POST', path: '/service-ids', permission: 'contract.find' },
    input: serviceIdInput,
    output: serviceCard,
    writes: false,
    graphql: 'none',
    run: async ({ platform, caller, input }) => {
      const serviceId = readServiceId(input.serviceId);
      if (serviceId === undefined) throw notFound('contract.service_id_misheard', { field: 'serviceId' });
      const found = await contractsStore(platform.rows).byServiceId(serviceId);
      const seen = found ? await platform.visible.rows(caller, CONTRACT, [found.documentId]) : undefined;
      const [id] = [...(seen?.values() ?? [])].map((row) => row.id);
      if (id === undefined) throw notFound('contract.service_id_unknown', { field: 'serviceId' });
      return serviceCardView(platform, id);
    },
  }),
] as const;
