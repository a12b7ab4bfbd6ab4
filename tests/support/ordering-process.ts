import { randomInt, randomUUID } from 'node:crypto';
import type { PaymentsService } from '../../plugins/billing/server/src/services/payments';
import { asSystem, customerOf } from '../integration/billing/support';
import { openShop, type Shop } from '../integration/sales/shop';
import { type App, bootApp, type Member } from './app';
import { halfWritten } from './half-written';

/** What the process tells its parent. */
export type Told =
  | { kind: 'ready'; discrepancies: unknown[]; halfWritten: string[]; orders: string[]; paid: string[] }
  /** Document ids of an order that was answered with 201, and of an invoice whose payment was recorded. */
  | { kind: 'placed'; order: string }
  | { kind: 'paid'; invoice: string };

const tell = (message: Told): void => void process.send?.(message);

const body = (shop: Shop) => ({
  lines: [
    { product: shop.camera, quantity: String(randomInt(1, 4)) },
    { product: shop.cable, quantity: '2.5' },
    { product: shop.care, price: shop.careMonthly, quantity: '1' },
    { product: shop.care, price: shop.careYearly, quantity: '1' },
    { product: shop.cable, quantity: '1' },
  ],
});

async function orderAndPay(app: App, shop: Shop, member: Member, customer: number): Promise<void> {
  const answer = await member.post('/api/sales/orders', body(shop), { 'Idempotency-Key': randomUUID() });
  if (answer.status !== 201) throw new Error(`order: ${answer.status} ${JSON.stringify(answer.body)}`);
  const { documentId, invoice, total } = answer.body.data;
  tell({ kind: 'placed', order: documentId });
  const payments = app.strapi.plugin('billing').service('payments') as PaymentsService;
  const receivedOn = app.platform.clock.today();
  await asSystem(app, () =>
    payments.record([{ customer, method: 'bank_transfer', amount: BigInt(total), currency: 'THB', receivedOn }]),
  );
  tell({ kind: 'paid', invoice: invoice.documentId });
}

/** A site that first says whether its books are whole, then orders and is paid until somebody kills it. */
async function main(): Promise<void> {
  const app = await bootApp(
    { SANYA_JOBS: 'inline', SANYA_TEST_CLOCK: 'false' },
    { env: {}, drop: () => Promise.resolve() },
  );
  const { proof, rows } = app.platform;
  const orders = await rows.find('plugin::sales.order', () => undefined, { fields: [] });
  const paid = await rows.find(
    'plugin::billing.invoice',
    (query, column) => void query.where(column('state'), 'paid'),
    { fields: [] },
  );
  tell({
    kind: 'ready',
    discrepancies: await proof.run({}),
    halfWritten: await halfWritten(rows),
    orders: orders.map((row) => row.documentId),
    paid: paid.map((row) => row.documentId),
  });
  const shop = await openShop(app, 1_000_000_000n);
  const members = [];
  for (let index = 0; index < 2; index += 1) {
    const member = await app.member({ email: `${randomUUID()}@example.com` });
    members.push({ member, customer: (await customerOf(app, member)).id });
  }
  await Promise.all(
    members.map(async ({ member, customer }) => {
      for (;;) await orderAndPay(app, shop, member, customer);
    }),
  );
}

void main();
