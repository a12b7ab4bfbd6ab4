import type { Client } from 'pg';
import type { InvoiceDraft } from '../../plugins/billing/server/src/domain/invoice-draft';
import type { App } from '../support/app';

export const DRAFTS = 10_000;
export const CHUNK = 500;
const CUSTOMERS = 1_000;
const LINES = 3;

const CUSTOMER = 'plugin::crm.customer';

/** Half of them people, half companies; all with an address and a mail address. */
export const seedCustomers = (app: App) =>
  app.platform.rows.insert(
    CUSTOMER,
    Array.from({ length: CUSTOMERS }, (_, index) => ({
      code: `B${index}`,
      kind: index % 2 === 0 ? 'person' : 'organisation',
      name: `ลูกค้าที่ ${index}`,
      taxId: index % 2 === 0 ? null : `01055${String(index).padStart(8, '0')}`,
      branchCode: index % 2 === 0 ? null : '00000',
      vatRegistered: index % 2 === 1,
      email: `customer${index}@example.com`,
      billingAddress: { line1: `${index} ถนนห้วยแก้ว`, district: 'เมือง', province: 'เชียงใหม่', postcode: '50300' },
      language: index % 2 === 0 ? 'th' : 'en',
      creditTermsDays: 30,
      currency: 'THB',
      state: 'active',
    })),
  );

/** The same drafts for both sides: a table for the SQL, read back for the use case. */
export async function seedDrafts(client: Client): Promise<void> {
  await client.query(`
    create table bench_lines as
    select n, position, c.id as customer, 'ค่าดูแลระบบ งวดที่ ' || n || '/' || position as description,
      (1000 * (1 + n % 3))::bigint as quantity, (10000 + n * 37 % 9000 * 11 + position * 333)::bigint as unit_price
    from generate_series(1, ${DRAFTS}) n
    cross join generate_series(1, ${LINES}) position
    join (select id, row_number() over (order by id) - 1 as place from crm_customers) c on c.place = n % ${CUSTOMERS};
    create unique index on bench_lines (n, position);
    analyze;
  `);
}

export async function readDrafts(client: Client): Promise<InvoiceDraft[]> {
  const { rows } = await client.query('select * from bench_lines order by n, position');
  return Array.from({ length: DRAFTS }, (_, index): InvoiceDraft => {
    const own = rows.slice(index * LINES, (index + 1) * LINES);
    return {
      customer: Number(own[0].customer),
      branch: null,
      currency: 'THB',
      pricesIncludeTax: false,
      source: { type: 'bench', id: index + 1, documentId: `bench-${index + 1}`, number: null },
      lines: own.map((line) => ({
        sourceLine: null,
        description: String(line.description),
        kind: 'service' as const,
        quantity: BigInt(line.quantity),
        unit: 'เดือน',
        unitPrice: BigInt(line.unit_price),
        discount: 0n,
        taxCategory: 'standard',
        incomeKind: 'service',
      })),
    };
  });
}
