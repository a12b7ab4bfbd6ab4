import { conflict } from '../../../kernel/src';
import type { NewDelivery } from '../../../kit/src/documents';
import type { Job } from '../../../kit/src/jobs';
import { createDeliveryStore } from './delivery-store';
import { createSendMailJob, type MailNeeds } from './send-mail-job';

/** Mails: written down in the transaction that wants them, sent after it by a job. */
export function createMail(needs: MailNeeds) {
  const { platform, templates } = needs;
  const store = () => createDeliveryStore(platform.rows);

  return {
    /** Queues mails in the transaction under way; one whose (template, key) is there already was queued before. */
    async queue(deliveries: readonly NewDelivery[]): Promise<void> {
      if (deliveries.length === 0) return;
      const versions = await templates.currentVersions(deliveries.map((delivery) => delivery.template));
      await store().insert(
        deliveries.map((delivery) => ({
          template: delivery.template,
          templateVersion: versions.get(delivery.template) ?? null,
          key: delivery.key,
          to: delivery.to,
          language: delivery.language,
          customerId: delivery.customer ?? null,
          data: delivery.data,
          documents: delivery.documents ? [...delivery.documents] : null,
          attachments: null,
          state: 'queued' as const,
          attempts: 0,
          nextAttemptAt: platform.clock.now(),
          lastError: null,
          sentAt: null,
          messageId: null,
        })),
      );
      platform.afterCommit(() => platform.jobs.poke());
    },

    /** Tries mails again that failed or were given up, from the beginning of their back-off. 409 for any other. */
    async retry(ids: readonly number[]): Promise<void> {
      await platform.transaction(async () => {
        const deliveries = await store().locked(ids);
        for (const { state } of deliveries) {
          if (state !== 'dead' && state !== 'failed') throw conflict('delivery.not_retriable', { params: { state } });
        }
        const nextAttemptAt = platform.clock.now();
        await store().update(deliveries.map(({ id }) => ({ id, state: 'queued', attempts: 0, nextAttemptAt })));
      });
      platform.afterCommit(() => platform.jobs.poke());
    },

    jobs: (): readonly Job[] => [createSendMailJob(needs)],
  };
}

export type Mail = ReturnType<typeof createMail>;
