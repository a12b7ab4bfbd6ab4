import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { companyMember, customerOf, INVOICE, proofOf } from './support';

let app: App;
let clerk: Staff;
let member: Member;
let customer: { id: number; documentId: string };

beforeAll(async () => {
  app = await bootApp();
  clerk = await app.staff('billing');
  member = await companyMember(app);
  customer = await customerOf(app, member);
});
afterAll(() => app.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

const draft = (over: object = {}) =>
  clerk.post('/billing/invoices', {
    customer: customer.documentId,
    lines: [{ description: 'Website care', quantity: '1', unitPrice: '1000000' }],
    ...over,
  });
const eventsOf = async (documentId: string): Promise<{ name: string; actor: string; after: object }[]> =>
  app.strapi.db
    .query('plugin::platform.event')
    .findMany({ where: { subjectType: INVOICE, subjectDocumentId: documentId }, orderBy: { id: 'asc' } });

test('the log says who drafted an invoice and what it would come to', async () => {
  const drafted = await draft();
  expect([drafted.status, drafted.body.data]).toMatchObject([201, { state: 'draft', number: null, amountDue: '0' }]);
  const [event, ...more] = await eventsOf(drafted.body.data.documentId);
  expect(more).toEqual([]);
  expect(event).toMatchObject({ name: 'invoice.drafted', after: { state: 'draft', total: '1070000' } });
  expect(event?.actor).toContain(String(clerk.id));
});

test('what could not be issued is refused when it is drafted, and nothing is written', async () => {
  const count = () => app.strapi.db.query(INVOICE as never).count();
  const before = await count();
  const line = { description: 'Website care', quantity: '1', unitPrice: '1000000' };
  const refused = await draft({ lines: [{ ...line, taxCategory: 'luxury' }] });
  expect([refused.status, refused.body.error.details]).toMatchObject([
    400,
    { code: 'invoice.tax_category_unknown', field: 'lines.0.taxCategory' },
  ]);
  expect((await draft({ currency: 'USD' })).body.error.details.code).toBe('invoice.currency_foreign');
  expect(await count()).toBe(before);
});
