import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CatalogueService } from '../../plugins/sales/server/src/services/catalogue';
import { customerOf } from '../integration/billing/support';
import type { App } from '../support/app';
import type { TestDatabase } from '../support/database';
import { addNaiveShop } from './baseline/naive-shop';
import { asked, bootOn, createEquality, filledTemplate, onCopy } from './databases';
import { printComparison, runBench } from './figures';

const RUNS = 5;
/** Orders of one run; before them some that nobody counts. */
const ORDERS = 160;
const WARM = 32;
const CLIENTS = [1, 8];
const WANTED = 1.5;

interface Client {
  token: string;
  customer: string;
}

type Place = (client: Client) => Promise<void>;
type Side = 'ours' | 'baseline';

/** What both shops must have written alike; stock, events and tax terms only ours writes. */
const ALIKE: Record<string, string[]> = {
  sales_orders: ['discount', 'net', 'tax', 'total'],
  sales_order_lines: ['quantity', 'unit_price', 'discount', 'net', 'tax', 'total'],
  billing_invoices: ['net', 'tax', 'total', 'amount_due'],
  billing_invoice_lines: ['quantity', 'unit_price', 'discount', 'net', 'tax', 'total'],
};
const NUMBERED = ['sales_orders', 'billing_invoices'];

/** One POST over a kept connection; anything but 201 ends the bench. */
const post = (agent: http.Agent, port: number, path: string, token: string, body: unknown): Promise<void> =>
  new Promise((resolve, reject) => {
    const text = JSON.stringify(body);
    const request = http.request(
      {
        agent,
        port,
        path,
        method: 'POST',
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
          'Content-Length': Buffer.byteLength(text),
        },
      },
      (answer) => {
        let said = '';
        answer.on('data', (chunk: Buffer) => (said += chunk.toString()));
        answer.on('end', () =>
          answer.statusCode === 201 ? resolve() : reject(new Error(`${path}: ${answer.statusCode} ${said}`)),
        );
      },
    );
    request.once('error', reject);
    request.end(text);
  });

async function openShop(app: App): Promise<string[]> {
  const catalogue = app.strapi.plugin('sales').service('catalogue') as CatalogueService;
  const products = await catalogue.createProducts(
    Array.from({ length: 5 }, (_, index) => ({
      name: `สินค้า ${index + 1}`,
      kind: index < 3 ? ('goods' as const) : ('service' as const),
      unit: 'ชิ้น',
      ...(index < 3 ? { stock: 1_000_000_000n } : {}),
      // 7 % of each is whole satang: the naive shop rounds by line, the suite by document.
      prices: [{ unitPrice: 12_300n + 100n * BigInt(index) }],
    })),
  );
  return products.map((product) => product.documentId);
}

/** So many orders of some clients, each of whom orders again as soon as it was answered. */
async function order(clients: readonly Client[], orders: number, place: Place): Promise<void> {
  let left = orders;
  await Promise.all(
    clients.map(async (client) => {
      while (left > 0) {
        left -= 1;
        await place(client);
      }
    }),
  );
}

const fingerprint = (database: TestDatabase): Promise<string> =>
  asked(database, async (ask) => {
    const lines: string[] = [];
    for (const [table, amounts] of Object.entries(ALIKE)) {
      const sums = amounts.map((name) => `sum(${name}) as ${name}`).join(', ');
      const numbers = NUMBERED.includes(table) ? ', count(distinct number) as numbers' : '';
      lines.push(`${table} ${JSON.stringify(await ask(`select count(*) as rows, ${sums}${numbers} from ${table}`))}`);
    }
    return lines.join('\n');
  });

async function main(): Promise<void> {
  // Mails and their PDFs go out after the answer, by jobs that the naive shop does not have: both sides without.
  const { template, filled } = await filledTemplate(async (app) => {
    const clients: Client[] = [];
    for (let index = 0; index < Math.max(...CLIENTS); index += 1) {
      const member = await app.member();
      clients.push({ token: member.token, customer: (await customerOf(app, member)).documentId });
    }
    return { products: await openShop(app), clients };
  }, addNaiveShop);
  const { products, clients } = filled;

  const placing = (agent: http.Agent, port: number): Record<Side, Place> => ({
    ours: ({ token }) =>
      post(agent, port, '/api/sales/orders', token, {
        lines: products.map((product, index) => ({ product, quantity: String(index + 1) })),
      }),
    baseline: ({ token, customer }) =>
      post(agent, port, '/api/naive/orders', token, {
        customer,
        lines: products.map((product, index) => ({ product, quantity: index + 1 })),
      }),
  });

  /** Orders a second of one side on a copy of its own. */
  const measure = (side: Side, some: readonly Client[], isSame: (print: string) => void): Promise<number> =>
    onCopy(template, async (database) => {
      const app = await bootOn(database, addNaiveShop);
      const server = app.strapi.server.httpServer;
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const agent = new http.Agent({ keepAlive: true, maxSockets: some.length });
      const place = placing(agent, (server.address() as AddressInfo).port)[side];
      await order(some, WARM, place);
      const start = performance.now();
      await order(some, ORDERS, place);
      const took = (performance.now() - start) / 1000;
      agent.destroy();
      await app.close();
      isSame(await fingerprint(database));
      return ORDERS / took;
    });

  for (const count of CLIENTS) {
    const some = clients.slice(0, count);
    const isSame = createEquality();
    const sides: Record<Side, number[]> = { ours: [], baseline: [] };
    // The first run of each only warms up.
    for (const side of ['ours', 'baseline'] as const) await measure(side, some, isSame);
    for (let run = 0; run < RUNS; run += 1) {
      const turn = run % 2 === 0 ? (['ours', 'baseline'] as const) : (['baseline', 'ours'] as const);
      for (const side of turn) sides[side].push(await measure(side, some, isSame));
    }
    printComparison('checkout', 'orders/s', sides, {
      variant: count === 1 ? '' : `-${count}-clients`,
      wanted: WANTED,
    });
  }
  await template.drop();
}

runBench('checkout', main);
