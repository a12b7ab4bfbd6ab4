import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { importJob } from '../../plugins/platform/kit/src/imports/import-job';
import { readImport } from '../../plugins/platform/kit/src/imports/read-import';
import { productFile } from '../../plugins/sales/server/src/use-cases/import/product-file';
import type { TestDatabase } from '../support/database';
import { bootOn, connected, createMeasure, filledTemplate, onCopy } from './databases';
import { inTurns, median, print, printComparison, runBench, seconds } from './figures';

const PRICES = 50_000;
const CHUNK = 500;
const RUNS = 5;
const WANTED = 0.4;

const CHUNK_OF_IMPORT = fs.readFileSync(path.join(__dirname, 'baseline/import-prices.sql'), 'utf8');

/** As many products with a price each, and a file that was looked at and says another for each of them. */
const seed = (template: TestDatabase): Promise<unknown> =>
  connected(template, (client) =>
    client.query(`
      insert into sales_products (document_id, name, sku, kind, state, unit, quantity_step, tax_category, stock_tracked)
      select 'benchproduct' || n, 'สินค้า ' || n, 'P-' || lpad(n::text, 6, '0'), 'goods', 'active', 'ชิ้น', 1000, 'standard',
        false
      from generate_series(1, ${PRICES}) n;
      insert into sales_prices (document_id, product_id, model, unit_price, currency, per, valid_from)
      select 'benchprice' || id, id, 'fixed', 10000 + id * 37 % 9000, 'THB', 'one_time', date '2026-01-01' from sales_products;
      insert into sales_product_imports (id, document_id, file_name, state, ignored, rows, new_products, new_prices, changed,
        unchanged, wrong, done, failed, read_by, read_at, started_at)
      values (1, 'benchimport', 'prices.csv', 'running', '[]', ${PRICES}, 0, ${PRICES}, 0, 0, 0, 0, 0, 'system:bench', now(),
        now());
      select setval(pg_get_serial_sequence('sales_product_imports', 'id'), 1);
      insert into sales_product_import_rows (document_id, import_id, row, sku, said, cells, outcome, before, after, state)
      select 'benchrow' || p.id, 1, p.id + 1, p.sku,
        jsonb_build_object('sku', p.sku, 'product', '{}'::jsonb, 'price',
          jsonb_build_object('unitPrice', (q.unit_price + 500)::text, 'label', null, 'per', 'one_time')),
        jsonb_build_array(p.sku, (q.unit_price + 500)::text), 'new_price', q.unit_price, q.unit_price + 500, 'waiting'
      from sales_products p join sales_prices q on q.product_id = p.id;
      analyze;
    `),
  );

/** What both sides must have written alike. */
const fingerprint = (database: TestDatabase): Promise<string> =>
  connected(database, async (client) => {
    const ask = async (sql: string) => (await client.query(sql)).rows;
    return JSON.stringify([
      await ask(`select valid_from::text, valid_to::text, count(*), sum(unit_price)::text as amount
        from sales_prices group by 1, 2 order by 1, 2`),
      await ask(
        `select count(*), count(distinct subject_id) as products from platform_events where name = 'product.changed'`,
      ),
      await ask(`select count(*) from platform_event_links l join platform_events e on e.id = l.event_id
        where e.name = 'product.changed'`),
      await ask('select state, count(*) from sales_product_import_rows group by 1'),
      await ask('select done, failed from sales_product_imports'),
    ]);
  });

const peaks: number[] = [];
let today = '';

async function ours(database: TestDatabase): Promise<number> {
  const app = await bootOn(database);
  today = app.platform.clock.today();
  const { step } = importJob('sales.import-products', app.platform, productFile);
  const before = process.memoryUsage().rss;
  const took = await app.platform.as({ kind: 'system', key: 'system:bench' }, () =>
    seconds(async () => {
      for (let left = PRICES / CHUNK; left > 0; left -= 1) {
        await step({ tick: app.platform.clock.now(), cursor: null, runId: 1 });
      }
    }),
  );
  peaks.push((process.memoryUsage().rss - before) / 1024 / 1024);
  await app.close();
  return took;
}

/** The same prices as a file that staff send. */
async function writeFile(template: TestDatabase, file: string): Promise<void> {
  const { rows } = await connected(template, (client) =>
    client.query('select sku, after::text as price from sales_product_import_rows order by id'),
  );
  const lines = rows.map(({ sku, price }) => `${sku},${price.slice(0, -2)}.${price.slice(-2)}`);
  fs.writeFileSync(file, ['Code,Price', ...lines, ''].join('\n'));
}

/** From the file to rows that staff look at: read, held against what is there, and kept. */
const readAndJudge =
  (file: string) =>
  async (database: TestDatabase): Promise<number> => {
    const app = await bootOn(database);
    const upload = { name: 'prices.csv', mime: 'text/csv', path: file, size: fs.statSync(file).size };
    const took = await app.platform.as({ kind: 'system', key: 'system:bench' }, () =>
      seconds(() => readImport(app.platform, productFile, [upload], {})),
    );
    await app.close();
    const [read] = await connected(database, async (client) => {
      const { rows } = await client.query(
        'select new_prices, wrong from sales_product_imports order by id desc limit 1',
      );
      return rows;
    });
    if (read?.new_prices !== PRICES || read?.wrong !== 0) throw new Error(`Read amiss: ${JSON.stringify(read)}`);
    return PRICES / took;
  };

const baseline = (database: TestDatabase): Promise<number> =>
  connected(database, (client) =>
    seconds(async () => {
      for (let left = PRICES / CHUNK; left > 0; left -= 1) await client.query(CHUNK_OF_IMPORT, [1, today]);
    }),
  );

async function main(): Promise<void> {
  const { template } = await filledTemplate(async () => undefined);
  await seed(template);
  const measure = createMeasure(template, PRICES, fingerprint);

  // A first run of each warms up.
  await measure(ours);
  await measure(baseline);
  const sides = await inTurns(RUNS, { ours: () => measure(ours), baseline: () => measure(baseline) });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sanya-prices-'));
  const file = path.join(folder, 'prices.csv');
  await writeFile(template, file);
  const read: number[] = [];
  for (let run = 0; run < RUNS; run += 1) read.push(await onCopy(template, readAndJudge(file)));
  fs.rmSync(folder, { recursive: true });
  await template.drop();
  printComparison('price-import', 'prices/s', sides, { wanted: WANTED });
  print('price-import', 'read and judged', median(read), 'rows/s', { runs: RUNS });
  print('price-import', 'memory', Math.max(...peaks), 'MB');
}

runBench('price-import', main);
