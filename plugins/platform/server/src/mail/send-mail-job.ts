import { addDuration } from '../../../kernel/src';
import type { Job } from '../../../kit/src/jobs';
import type { Tools } from '../../../kit/src/plugin';
import type { Files } from '../files/create-files';
import { MAX_ATTEMPTS } from '../jobs/back-off';
import type { Ports } from '../ports/create-ports';
import type { Templates } from '../templates/create-templates';
import { type Compose, type ComposedMail, createComposer } from './compose-mail';
import { createDeliveryStore, type Delivery } from './delivery-store';
import { delivered, undelivered } from './outcome';

const CHUNK = 20;
/** A claimed mail is free again after this: its process ended before it could say what came of it. */
const CLAIM = 'PT15M';

export type MailNeeds = Tools & { ports: Ports; templates: Templates; files: Files };

/**
 * Claims what is due in one short transaction, then renders and sends mail by mail with none open (a mail server may
 * hang), and writes down what came of each at once: a process that ends in the middle repeats one mail at most, and
 * that one under the same Message-ID.
 */
export function createSendMailJob(needs: MailNeeds): Job {
  const { platform, ports } = needs;
  const store = () => createDeliveryStore(platform.rows);

  const claim = (): Promise<Delivery[]> =>
    platform.transaction(async () => {
      const due = await store().due(platform.clock.now(), CHUNK);
      const free = addDuration(platform.clock.now(), CLAIM, platform.clock.zone());
      const claimed = due.map((delivery) => ({ ...delivery, attempts: delivery.attempts + 1 }));
      await store().update(claimed.map(({ id, attempts }) => ({ id, attempts, nextAttemptAt: free })));
      return claimed;
    });

  /** A claimed mail waits for those before it: meanwhile somebody may have taken back what it speaks of. */
  const isWithdrawn = async ({ id }: Delivery): Promise<boolean> => (await store().byId(id))?.state === 'withdrawn';

  async function send(delivery: Delivery, compose: Compose): Promise<boolean> {
    let kept: Partial<ComposedMail['kept']> = {};
    try {
      // A mail that ended its process each time was never marked; it ends here.
      if (delivery.attempts > MAX_ATTEMPTS) throw new Error(delivery.lastError ?? 'given up after its last attempt');
      const composed = await compose(delivery);
      kept = composed.kept;
      const { messageId } = await ports.mail.send(composed.message);
      await store().update([{ id: delivery.id, ...kept, ...delivered(messageId, platform.clock.now()) }]);
      return true;
    } catch (error) {
      const { now, zone } = platform.clock;
      await platform.transaction(async () => {
        const [row] = await store().locked([delivery.id]);
        // It was taken back while the mail server hung: then it is not tried again.
        if (row?.state === 'withdrawn') return;
        const outcome = undelivered(error, delivery.attempts, now(), zone());
        await store().update([{ id: delivery.id, ...kept, ...outcome }]);
      });
      return false;
    }
  }

  return {
    name: 'platform.send-mail',
    simulated: false,
    nextDue: () => store().nextAttempt(),
    async step() {
      const claimed = await claim();
      const compose = createComposer(needs);
      const done = { processed: 0, failed: 0 };
      for (const delivery of claimed) {
        if (await isWithdrawn(delivery)) continue;
        if (await send(delivery, compose)) done.processed += 1;
        else done.failed += 1;
      }
      return { done: claimed.length < CHUNK, ...done };
    },
  };
}
