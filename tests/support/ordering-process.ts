import { randomUUID } from 'node:crypto';
import { sendFile, slipPicture } from '../integration/billing/support';
import { openShop, type Shop } from '../integration/sales/shop';
import { type App, bootOwnApp, type Member, type Staff } from './app';
import { halfWritten } from './half-written';
import { draws, seed } from './random';

/** What the process tells its parent; all of it by document id. */
export type Told =
  | {
      kind: 'ready';
      discrepancies: unknown[];
      halfWritten: string[];
      orders: string[];
      payments: string[];
      paid: string[];
    }
  /** An order that was answered with 201. */
  | { kind: 'placed'; order: string }
  /** A payment that was answered with 201. */
  | { kind: 'submitted'; payment: string }
  /** An invoice whose payment was verified. */
  | { kind: 'paid'; invoice: string };

const tell = (message: Told): void => void process.send?.(message);

/** The door for files takes twenty a minute from one address. */
const MOST_SLIPS = 16;
let slips = 0;

/** One who orders and pays, what they draw, and the clerk who looks at their slips. */
interface Buyer {
  member: Member;
  clerk: Staff;
  draw: (below: number) => number;
}

const body = (shop: Shop, draw: Buyer['draw']) => ({
  lines: [
    { product: shop.camera, quantity: String(1 + draw(3)) },
    { product: shop.cable, quantity: '2.5' },
    { product: shop.care, price: shop.careMonthly, quantity: '1' },
    { product: shop.care, price: shop.careYearly, quantity: '1' },
    { product: shop.cable, quantity: '1' },
  ],
});

/** What a door answers when asked under a key of its own. */
async function ask(who: Member | Staff, path: string, content: object, status: number) {
  const answer = await who.post(path, content, { 'Idempotency-Key': randomUUID() });
  if (answer.status !== status) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.data;
}

/** By transfer with its slip, while they are taken; by PromptPay after that. */
async function means(app: App, member: Member): Promise<object> {
  if (slips === MOST_SLIPS) return { method: 'promptpay' };
  slips += 1;
  // No two slips are alike, in this life or another.
  const picture = Buffer.concat([slipPicture(0), Buffer.from(randomUUID())]);
  return { method: 'bank_transfer', slip: await sendFile(app, member, picture, 'slip.png') };
}

async function orderAndPay(app: App, shop: Shop, { member, clerk, draw }: Buyer): Promise<void> {
  const { documentId, invoice } = await ask(member, '/api/sales/orders', body(shop, draw), 201);
  tell({ kind: 'placed', order: documentId });
  const pays = `/api/billing/invoices/${invoice.documentId}/payments`;
  const payment = await ask(member, pays, await means(app, member), 201);
  tell({ kind: 'submitted', payment: payment.documentId });
  await ask(clerk, `/billing/payments/${payment.documentId}/verify`, {}, 200);
  tell({ kind: 'paid', invoice: invoice.documentId });
}

/** A site that first says whether its books are whole, then orders and is paid until somebody kills it. */
async function main(): Promise<void> {
  const app = await bootOwnApp(
    { SANYA_JOBS: 'inline', SANYA_TEST_CLOCK: 'false' },
    { env: {}, drop: () => Promise.resolve() },
  );
  const { proof, rows } = app.platform;
  const orders = await rows.find('plugin::sales.order', () => undefined, { fields: [] });
  const payments = await rows.find('plugin::billing.payment', () => undefined, { fields: [] });
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
    payments: payments.map((row) => row.documentId),
    paid: paid.map((row) => row.documentId),
  });
  const shop = await openShop(app, 1_000_000_000n);
  const clerk = await app.staff('billing', `${randomUUID()}@example.com`);
  const buyers: Buyer[] = [];
  for (let index = 0; index < 2; index += 1) {
    buyers.push({
      member: await app.member({ email: `${randomUUID()}@example.com` }),
      clerk,
      draw: draws(seed + index),
    });
  }
  await Promise.all(
    buyers.map(async (buyer) => {
      for (;;) await orderAndPay(app, shop, buyer);
    }),
  );
}

void main();
