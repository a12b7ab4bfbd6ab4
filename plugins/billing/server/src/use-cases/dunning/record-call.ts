import { badInput, conflict, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { DUNNING_NOTICE } from '../../content-types/types';
import { type CallOutcome, loadNotices, writeCall } from '../../stores/dunning/notices';
import { lockCustomers } from '../../stores/parties';
import { promiseToPay } from './pause-dunning';

export interface CallWish {
  outcome: CallOutcome;
  note: string | null;
  /** By when the customer promised to pay. */
  until?: string;
}

/** What came of a call that was to be made; a promise is kept with it. */
export const recordCall = (platform: Platform, id: number, { outcome, note, until }: CallWish): Promise<void> =>
  platform.transaction(async () => {
    const [before] = await loadNotices(platform, [id]);
    if (!before) throw notFound('dunning.unknown');
    await lockCustomers(platform, [before.customer]);
    const [notice] = await loadNotices(platform, [id]);
    if (notice?.channel !== 'call' || !notice.leads || notice.callOutcome !== null)
      throw conflict('dunning.not_a_call');
    if (outcome === 'promised') {
      if (until === undefined) throw badInput('dunning.promise_day_missing', { field: 'until' });
      await promiseToPay(platform, notice.invoice, { until, note, all: true });
    }
    await writeCall(platform, id, { callOutcome: outcome, callNote: note, calledBy: platform.caller().key });
    await platform.events.record([
      {
        name: 'dunning.called',
        subject: { type: DUNNING_NOTICE, id, documentId: notice.documentId },
        customer: notice.customer,
        after: { number: notice.number, outcome, note, ...(outcome === 'promised' ? { until } : {}) },
      },
    ]);
  });
