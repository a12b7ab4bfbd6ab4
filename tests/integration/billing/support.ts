import type { App, Member } from '../../support/app';
import type { InvoiceDraftLine } from '../../../plugins/billing/server/src/domain/invoice-draft';
import type { Invoicing } from '../../../plugins/billing/server/src/services/invoicing';

export const CUSTOMER = 'plugin::crm.customer';
export const INVOICE = 'plugin::billing.invoice';
export const SETTING = 'plugin::billing.setting';

export const line = (over: Partial<InvoiceDraftLine> = {}): InvoiceDraftLine => ({
  sourceLine: null,
  description: 'Website care',
  kind: 'service',
  quantity: 1000n,
  unit: 'month',
  unitPrice: 1_000_000n,
  discount: 0n,
  taxCategory: 'standard',
  incomeKind: 'service',
  ...over,
});

export const goods = (over: Partial<InvoiceDraftLine> = {}): InvoiceDraftLine =>
  line({ description: 'Camera', kind: 'goods', unit: 'piece', incomeKind: 'goods', ...over });

/** A 1×1 picture; the number makes each of them another file. */
export const slipPicture = (n: number): Buffer =>
  Buffer.concat([
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
    Buffer.from(`slip ${n}`),
  ]);

export const customerRow = async (app: App, documentId: string): Promise<number> => {
  const [row] = await app.platform.rows.byDocumentIds(CUSTOMER, [documentId], { fields: [] });
  if (!row) throw new Error('no customer');
  return row.id;
};

let taxIds = 0;
/** A right 13-digit id, another each time. */
export const taxId = (): string => {
  taxIds += 1;
  const digits = `0105${String(taxIds).padStart(8, '0')}`;
  const total = [...digits].reduce((sum, digit, index) => sum + Number(digit) * (13 - index), 0);
  return `${digits}${(11 - (total % 11)) % 10}`;
};

/** A member whose customer is a company with all that a tax invoice needs. */
export const companyMember = (app: App): Promise<Member> =>
  app.member({
    kind: 'organisation',
    name: 'บริษัท เชียงใหม่การค้า จำกัด',
    taxId: taxId(),
    branch: '00000',
    address: { line1: '1 ถนนนิมมานเหมินท์', district: 'เมือง', province: 'เชียงใหม่', postcode: '50200' },
  });

export async function customerOf(app: App, member: Member): Promise<{ id: number; documentId: string }> {
  const me = await member.get('/api/crm/me');
  const documentId = me.body.data.customer.documentId as string;
  return { id: await customerRow(app, documentId), documentId };
}

export const invoicing = (app: App): Invoicing => app.strapi.plugin('billing').service('invoicing') as Invoicing;

export const asSystem = <T>(app: App, work: () => Promise<T>): Promise<T> =>
  app.platform.as({ kind: 'system', key: 'system:test' }, work);

/** Issues one invoice; the amounts are in its lines. */
export async function issue(
  app: App,
  customer: number,
  lines: InvoiceDraftLine[],
  over: { dueDate?: string; pricesIncludeTax?: boolean; branch?: number } = {},
) {
  const [invoice] = await asSystem(app, () =>
    invoicing(app).issue([
      { customer, branch: null, currency: 'THB', pricesIncludeTax: false, source: null, lines, ...over },
    ]),
  );
  if (!invoice) throw new Error('not issued');
  return invoice;
}

export async function sendFile(app: App, member: Member, content: Buffer, filename: string): Promise<string> {
  const answer = await app.http
    .post('/api/platform/files')
    .set('Authorization', `Bearer ${member.token}`)
    .attach('file', content, filename);
  if (answer.status !== 201) throw new Error(`file: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.data.id as string;
}

export const sendSlip = (app: App, member: Member, n: number): Promise<string> =>
  sendFile(app, member, slipPicture(n), 'slip.png');

export const proofOf = (app: App) => app.platform.proof.run({});
