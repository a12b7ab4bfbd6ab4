import type { App, Member } from '../../support/app';
import type { CatalogueService } from '../../../plugins/sales/server/src/services/catalogue';

export interface Shop {
  camera: string;
  cable: string;
  care: string;
  careMonthly: string;
  careYearly: string;
  closed: string;
  service: CatalogueService;
}

/** A small catalogue: goods in stock, goods by the half metre, a service by month or year, and one thing no longer sold. */
export async function openShop(app: App, stock = 10_000n): Promise<Shop> {
  const service = app.strapi.plugin('sales').service('catalogue') as CatalogueService;
  const [camera, cable, care, closed] = await service.createProducts([
    {
      name: 'กล้องวงจรปิด',
      kind: 'goods',
      unit: 'ตัว',
      stock,
      incomeKind: 'goods',
      translations: { en: { name: 'CCTV camera' } },
      prices: [{ unitPrice: 20_000n }],
    },
    { name: 'สายสัญญาณ', kind: 'goods', unit: 'เมตร', quantityStep: 500n, prices: [{ unitPrice: 3_333n }] },
    {
      name: 'ดูแลเว็บไซต์',
      kind: 'service',
      unit: 'งวด',
      incomeKind: 'service',
      prices: [
        { label: 'รายเดือน', unitPrice: 100_000n, per: 'month' },
        { label: 'รายปี', unitPrice: 1_000_000n, per: 'year' },
      ],
    },
    { name: 'รุ่นเก่า', kind: 'goods', state: 'closed', prices: [{ unitPrice: 100n }] },
  ]);
  if (!camera || !cable || !care || !closed) throw new Error('no catalogue');
  return {
    camera: camera.documentId,
    cable: cable.documentId,
    care: care.documentId,
    careMonthly: care.prices[0]?.documentId ?? '',
    careYearly: care.prices[1]?.documentId ?? '',
    closed: closed.documentId,
    service,
  };
}

export interface Level {
  onHand: bigint;
  reserved: bigint;
}

export async function levelOf(app: App, product: string): Promise<Level> {
  const { rows } = app.platform;
  const [row] = await rows.byDocumentIds('plugin::sales.product', [product], { fields: [] });
  const [level] = await rows.find<Level>(
    'plugin::sales.stock-item',
    (query, column) => void query.where(column('product'), row?.id ?? 0),
  );
  if (!level) throw new Error('no stock');
  return { onHand: level.onHand, reserved: level.reserved };
}

const WATCHED = [
  'plugin::sales.order',
  'plugin::sales.order-line',
  'plugin::sales.stock-movement',
  'plugin::billing.invoice',
  'plugin::billing.invoice-line',
  'plugin::platform.event',
  'plugin::platform.event-delivery',
  'plugin::platform.delivery',
  'plugin::platform.idempotency-key',
];

/** How many rows each table has that an order writes. */
export async function rowCounts(app: App): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const uid of WATCHED) counts[uid] = await app.strapi.db.query(uid as never).count();
  return counts;
}

export const placeOrder = async (member: Member, lines: object[], more: object = {}) => {
  const answer = await member.post('/api/sales/orders', { lines, ...more });
  if (answer.status !== 201) throw new Error(`order: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.data;
};

/** The last number of each series, branch and period. */
export async function countersOf(app: App): Promise<Record<string, number>> {
  const rows = (await app.strapi.db.query('plugin::platform.number-series').findMany({ orderBy: { code: 'asc' } })) as {
    code: string;
    seriesKey: string;
    counter: string;
  }[];
  return Object.fromEntries(rows.map(({ code, seriesKey, counter }) => [`${code} ${seriesKey}`, Number(counter)]));
}
