import { owed, speakTo, takeCards } from '../integration/billing/card-shop';
import { bootOwnApp } from './app';
import { pointPlainHttpAt } from './gateway-peer';

/** What the process tells its parent: the member's invoice, about to be paid by card. */
export interface TellsCard {
  invoice: string;
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
