import { addDays } from '../../plugins/platform/kernel/src';
import { debitForInvoice } from '../../plugins/billing/server/src/use-cases/debit-cards';
import { owed, type Owed, speakTo, takeCards } from '../integration/billing/card-shop';
import { issue, line } from '../integration/billing/support';
import { type App, bootOwnApp } from './app';
import { pointPlainHttpAt } from './gateway-peer';

/** What the process tells its parent. */
export interface TellsCard {
  /** The invoice that is about to be charged. */
  invoice?: string;
  /** It stands and waits for what is to be charged. */
  ready?: true;
  /** How many it charged of those that it was told to. */
  charged?: number;
}

/** What the parent says to one that waits: charge these invoices, one after the other. */
export type SaysCharge = number[];

/** What the site does: its member pays, or it charges what is due by itself, or what it is told to. */
export type CardPart = 'pays' | 'debits' | 'waits';

const tell = (told: TellsCard): void => void process.send?.(told);

/** Pays by card while the gateway has the word. */
async function pays(shop: Owed): Promise<void> {
  tell({ invoice: shop.invoice.documentId });
  await shop.pay();
}

/** The member has agreed that the card is charged by itself, and the day of the next invoice comes. */
async function debits(app: App, shop: Owed): Promise<void> {
  await shop.pay({ card: 'pm_kept', saveCard: true, autoDebit: true });
  const dueDate = addDays(app.platform.clock.today(), 5);
  const next = await issue(app, shop.customer.id, [line()], { dueDate });
  tell({ invoice: next.documentId });
  await (await app.staff('owner')).post('/platform/clock', { advance: 'P6D' });
}

function waits({ platform }: App): void {
  process.on('message', (invoices: SaysCharge) => {
    const charge = async (): Promise<void> => {
      let charged = 0;
      for (const id of invoices) charged += Number(await debitForInvoice(platform, 'stripe', id));
      tell({ charged });
    };
    void platform.as({ kind: 'system', key: 'system:test' }, charge);
  });
  tell({ ready: true });
}

/** A site in a process of its own that charges cards, until its parent kills it. */
async function main(): Promise<void> {
  const url = process.env.SANYA_TEST_PEER ?? '';
  const gateway = process.env.SANYA_TEST_GATEWAY === 'omise' ? 'omise' : 'stripe';
  const part = (process.env.SANYA_TEST_PART ?? 'pays') as CardPart;
  const app = await bootOwnApp({}, { env: {}, drop: async () => undefined });
  pointPlainHttpAt(url);
  speakTo(app, url);
  if (part === 'waits') return waits(app);
  await takeCards(app, gateway);
  const shop = await owed(app, gateway);
  await (part === 'debits' ? debits(app, shop) : pays(shop));
  // The parent kills it before an answer comes.
  throw new Error('The gateway answered');
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
