import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CatalogueService } from '../../plugins/sales/server/src/services/catalogue';
import { customerOf } from '../integration/billing/support';
import { type App, bootApp, type Member } from '../support/app';
import { addNaiveShop } from './baseline/naive-shop';
import { printComparison } from './figures';

const RUNS = 5;
const SECONDS = 2;
const CLIENTS = [1, 8];
const WANTED = 1.5;

interface Client {
  member: Member;
  customer: string;
}

type Ask = (client: Client) => Promise<void>;

const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });

/** One POST over a kept connection; anything but 201 ends the bench. */
const post = (port: number, path: string, token: string, body: unknown): Promise<void> =>
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
      prices: [{ unitPrice: 12_345n + BigInt(index) }],
    })),
  );
  return products.map((product) => product.documentId);
}

/** Orders a second of so many clients, each of which orders again as soon as it was answered. */
async function rate(clients: readonly Client[], ask: Ask): Promise<number> {
  const start = performance.now();
  const until = start + SECONDS * 1000;
  let answered = 0;
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < until) {
        await ask(client);
        answered += 1;
      }
    }),
  );
  return answered / ((performance.now() - start) / 1000);
}

async function main(): Promise<void> {
  // Mails and their PDFs go out after the answer, by jobs that the naive shop does not have: both sides without.
  const app = await bootApp({ SANYA_JOBS: 'off' }, undefined, addNaiveShop);
  const products = await openShop(app);
  const clients: Client[] = [];
  for (let index = 0; index < Math.max(...CLIENTS); index += 1) {
    const member = await app.member();
    clients.push({ member, customer: (await customerOf(app, member)).documentId });
  }
  const server = app.strapi.server.httpServer;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const ours: Ask = ({ member }) =>
    post(port, '/api/sales/orders', member.token, {
      lines: products.map((product, index) => ({ product, quantity: String(index + 1) })),
    });
  const baseline: Ask = ({ member, customer }) =>
    post(port, '/api/naive/orders', member.token, {
      customer,
      lines: products.map((product, index) => ({ product, quantity: index + 1 })),
    });

  const asks = { ours, baseline };
  for (const count of CLIENTS) {
    const some = clients.slice(0, count);
    const sides = { ours: [] as number[], baseline: [] as number[] };
    for (const side of ['ours', 'baseline'] as const) await rate(some, asks[side]);
    for (let run = 0; run < RUNS; run += 1) {
      const order = run % 2 === 0 ? (['ours', 'baseline'] as const) : (['baseline', 'ours'] as const);
      for (const side of order) sides[side].push(await rate(some, asks[side]));
    }
    printComparison('checkout', 'orders/s', sides, {
      variant: count === 1 ? '' : `-${count}-clients`,
      wanted: WANTED,
    });
  }
  agent.destroy();
  await app.close();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
