import { z } from 'zod';
import { notFound } from '@sanya/strapi-plugin-platform/kernel';
import { type Call, day, defineAction, documentFile, fileAnswer, money } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT, SUSPENSION } from '../content-types/types';
import { SUSPENSION_LETTER } from '../services/suspension-letter';
import type { LockedContract } from '../use-cases/lock-contracts';
import { checkSuspension, planResumption } from '../use-cases/plan-suspension';
import { resumeInput, suspendInput } from './shapes';
import { resumptionView, suspensionView } from './suspension-views';
import { contractAsIs } from './views';

const inLanguage = z.object({ lang: z.enum(['th', 'en']).optional() });

const offPreview = z
  .strictObject({
    from: day,
    /** What being off does to the bills of each line. */
    sentence: z.string(),
  })
  .meta({ id: 'SuspensionPreview' });
const onPreview = z
  .strictObject({
    on: day,
    days: z.int(),
    /** What comes back of what was billed and not used, before VAT unless prices include it. */
    credit: money,
    currency: z.string(),
    endsOn: day.nullable(),
    nextBillOn: day.nullable(),
    /** The same in sentences. */
    sentence: z.string(),
  })
  .meta({ id: 'ResumptionPreview' });

async function known(call: Pick<Call<unknown>, 'strapi' | 'platform'>, id: number): Promise<LockedContract> {
  const found = await contractAsIs(call, id);
  if (!found) throw notFound('contract.unknown');
  return found;
}

export const suspensionActions = [
  defineAction({
    name: 'previewSuspendContract',
    summary: 'What it does to the bills when the service is off from a day on; writes nothing',
    subject: CONTRACT,
    staff: { method: 'POST', path: '/contracts/:id/suspend/preview', permission: 'contract.suspend' },
    graphql: 'none',
    writes: false,
    input: suspendInput.pick({ from: true }),
    output: offPreview,
    async run(call) {
      const { platform, subject, input } = call;
      const today = platform.clock.today();
      const one = await known(call, subject.id);
      const from = input.from ?? today;
      checkSuspension(one, from, today);
      return suspensionView(platform, one, from);
    },
  }),
  defineAction({
    name: 'previewResumeContract',
    summary: 'What comes back, when it ends and when it is billed next, when the service is on again; writes nothing',
    subject: CONTRACT,
    staff: { method: 'POST', path: '/contracts/:id/resume/preview', permission: 'contract.suspend' },
    graphql: 'none',
    writes: false,
    input: resumeInput,
    output: onPreview,
    async run(call) {
      const { platform, subject, input } = call;
      const today = platform.clock.today();
      const one = await known(call, subject.id);
      return resumptionView(call, one, planResumption(one, input.on ?? today, today));
    },
  }),
  defineAction({
    name: 'suspensionLetter',
    summary: 'The letter about a service that was suspended for debt, as PDF',
    subject: SUSPENSION,
    storefront: { method: 'GET', path: '/suspensions/:id/document', who: 'member', limitPerMinute: 60 },
    staff: { method: 'GET', path: '/suspensions/:id/document', permission: 'contract.letter' },
    graphql: 'none',
    writes: false,
    input: inLanguage,
    output: fileAnswer,
    run: (call) => documentFile(call, SUSPENSION_LETTER, call.subject.id),
  }),
] as const;
