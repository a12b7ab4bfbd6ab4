import { addDays } from '../../plugins/platform/kernel/src';
import { type Owed, owed, speakTo, takeCards } from '../integration/billing/card-shop';
import { issue, line } from '../integration/billing/support';
import { type App, bootOwnApp } from './app';
import { pointPlainHttpAt } from './gateway-peer';

/** What the process tells its parent: the member's invoice, about to be paid by card. */
export interface TellsCard {
  invoice: string;
}

/** The member has agreed that the card is charged by itself, and the day of the next invoice comes. */
async function chargedByItself(app: App, shop: Owed): Promise<void> {
  await shop.pay({ card: 'pm_kept', saveCard: true, autoDebit: true });
  const next = await issue(app, shop.customer.id, [line()], { dueDate: addDays(app.platform.clock.today(), 5) });
  const told: TellsCard = { invoice: next.documentId };
  process.send?.(told);
  await (await app.staff('owner')).post('/platform/clock', { advance: 'P6D' });
  throw new Error('The gateway answered');
}

/** A site whose member pays an invoice by card, and which is killed while the gateway has the word. */
async function main(): Promise<void> {
  const url = process.env.SANYA_TEST_PEER ?? '';
  const gateway = process.env.SANYA_TEST_GATEWAY === 'omise' ? 'omise' : 'stripe';
  const app = await bootOwnApp({}, { env: {}, drop: async () => undefined });
  pointPlainHttpAt(url);
  speakTo(app, url);
  await takeCards(app, gateway);
  const shop = await owed(app, gateway);
  if (process.env.SANYA_TEST_DEBIT === 'yes') return chargedByItself(app, shop);
  const told: TellsCard = { invoice: shop.invoice.documentId };
  process.send?.(told);
  await shop.pay();
  // The parent kills it before an answer comes.
  throw new Error('The gateway answered');
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
