import { conflict } from '../../../kernel/src';
import type { NewDelivery } from '../../../kit/src/documents';
import type { Job } from '../../../kit/src/jobs';
import type { MailTexts } from '../templates/create-templates';
import { createDeliveryStore, type Delivery } from './delivery-store';
import { createSendMailJob, type MailNeeds } from './send-mail-job';

type Queued = Omit<Delivery, 'id' | 'documentId'>;

const isRetriable = ({ state }: Delivery): boolean => state === 'dead' || state === 'failed';

/** Mails: written down in the transaction that wants them, sent after it by a job. */
export function createMail(needs: MailNeeds) {
  const { platform, templates } = needs;
  const store = () => createDeliveryStore(platform.rows);

  const queued = (delivery: NewDelivery, templateVersion: number | null): Queued => ({
    template: delivery.template,
    templateVersion,
    key: delivery.key,
    to: delivery.to,
    language: delivery.language,
    customerId: delivery.customer ?? null,
    aboutType: delivery.about?.type ?? null,
    aboutDocumentId: delivery.about?.documentId ?? null,
    aboutName: delivery.about?.name.slice(0, 200) ?? null,
    isTest: false,
    data: delivery.data,
    texts: null,
    documents: delivery.documents ? [...delivery.documents] : null,
    attachments: null,
    state: 'queued',
    attempts: 0,
    nextAttemptAt: platform.clock.now(),
    lastError: null,
    sentAt: null,
    messageId: null,
    subject: null,
    letterhead: null,
  });

  /** Tries again what failed or was given up, from the beginning of its back-off; what is neither is left as it is. */
  async function retry(ids: readonly number[]): Promise<{ retried: Delivery[]; left: Delivery[] }> {
    const tried = await platform.transaction(async () => {
      const found = await store().locked(ids);
      const retried = found.filter(isRetriable);
      const nextAttemptAt = platform.clock.now();
      await store().update(retried.map(({ id }) => ({ id, state: 'queued' as const, attempts: 0, nextAttemptAt })));
      return { retried, left: found.filter((delivery) => !isRetriable(delivery)) };
    });
    platform.afterCommit(() => platform.jobs.poke());
    return tried;
  }

  return {
    /** Queues mails in the transaction under way; one whose (template, key) is there already was queued before. */
    async queue(deliveries: readonly NewDelivery[]): Promise<void> {
      if (deliveries.length === 0) return;
      const versions = await templates.currentVersions(deliveries.map((delivery) => delivery.template));
      await store().insert(deliveries.map((delivery) => queued(delivery, versions.get(delivery.template) ?? null)));
      platform.afterCommit(() => platform.jobs.poke());
    },

    /** The same with texts of its own instead of a template's. */
    async queueTexts(delivery: NewDelivery, texts: MailTexts): Promise<void> {
      await store().insert([{ ...queued(delivery, null), texts }]);
      platform.afterCommit(() => platform.jobs.poke());
    },

    /** In the transaction under way: what is not sent yet of mails about these rows never will be. How many. */
    async withdraw(type: string, documentIds: readonly string[]): Promise<number> {
      if (documentIds.length === 0) return 0;
      const waiting = await store().waitingAbout(type, documentIds);
      return store().update(waiting.map(({ id }) => ({ id, state: 'withdrawn' as const, nextAttemptAt: null })));
    },

    /** Queues a mail that staff send to themselves, with the very texts that they see. */
    async queueTest(delivery: NewDelivery, texts: MailTexts): Promise<void> {
      await store().insert([{ ...queued(delivery, null), isTest: true, texts }]);
      platform.afterCommit(() => platform.jobs.poke());
    },

    retry,

    /** The same for one. 409 where there is nothing to try again. */
    async retryOne(id: number): Promise<void> {
      const { left } = await retry([id]);
      const [refused] = left;
      if (refused) throw conflict('delivery.not_retriable', { params: { state: refused.state } });
    },

    jobs: (): readonly Job[] => [createSendMailJob(needs)],
  };
}

export type Mail = ReturnType<typeof createMail>;
