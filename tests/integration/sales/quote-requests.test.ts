import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { openShop, type Shop } from './shop';

let app: App;
let shop: Shop;
let sales: Staff;
let lead: Staff;
let member: Member;

beforeAll(async () => {
  app = await bootApp();
  shop = await openShop(app, 100_000n);
  sales = await app.staff('sales');
  lead = await app.staff('sales-lead');
  member = await app.member({ name: 'ร้านกาแฟดอยสุเทพ', contactName: 'สมศรี ใจดี' });
});
afterAll(() => app?.close());

type Answer = { status: number; body: { error?: { details: { code: string; field?: string } } } };
const codeOf = ({ status, body }: Answer) => [status, body.error?.details.code, body.error?.details.field];

const ASKED = () => ({
  name: 'Anna Berg',
  company: 'Berg Trading',
  email: 'anna@berg.example',
  phone: '+46 8 123 456 78',
  message: 'Two cameras for our office, please',
  products: [
    { product: shop.camera, quantity: '2' },
    { product: shop.cable, quantity: 1.5 },
  ],
});

const ask = async (change: object = {}): Promise<string> => {
  const answer = await app.http.post('/api/crm/forms/quote-request').send({ ...ASKED(), ...change });
  if (answer.status !== 201) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.data.documentId;
};

const waiting = async (): Promise<string[]> =>
  (await sales.get('/crm/form-submissions?filters[purpose][$eq]=quote_request&filters[state][$eq]=new')).body.data.map(
    ({ documentId }: { documentId: string }) => documentId,
  );

test('a visitor asks, staff make a customer and a quote of it, and it waits no longer', async () => {
  const request = await ask();
  expect(await waiting()).toContain(request);
  const read = await sales.get(`/sales/quote-requests/${request}`).set('Accept-Language', 'en');
  expect(read.body.data).toMatchObject({
    ...{ state: 'new', customer: null, quote: null },
    proposal: { kind: 'organisation', name: 'Berg Trading', email: 'anna@berg.example' },
    lines: [
      { product: shop.camera, name: 'กล้องวงจรปิด', quantity: '2', sold: true },
      { product: shop.cable, quantity: '1.5', sold: true },
    ],
  });
  expect(read.body.data.answers).toContainEqual({
    ...{ key: 'message', kind: 'long_text', label: 'Message', value: 'Two cameras for our office, please' },
  });

  const made = await sales.post(`/sales/quote-requests/${request}/quote`, { newCustomer: { name: 'Berg Trading AB' } });
  expect([made.status, made.body.error]).toEqual([201, undefined]);
  const quote = made.body.data;
  expect(quote).toMatchObject({ state: 'draft', requestNote: 'Two cameras for our office, please', net: '45000' });
  const kept = await sales.get(`/sales/quotes/${quote.documentId}?populate=*`);
  expect(kept.body.data).toMatchObject({
    submission: { documentId: request },
    customer: { name: 'Berg Trading AB', kind: 'organisation', email: 'anna@berg.example', phone: '+46812345678' },
    salesPerson: sales.id,
  });
  const { documentId: customer } = kept.body.data.customer;
  const contacts = await sales.get(`/crm/contacts?filters[customer][documentId][$eq]=${customer}`);
  expect(contacts.body.data).toMatchObject([{ name: 'Anna Berg', email: 'anna@berg.example' }]);

  expect(await waiting()).not.toContain(request);
  const after = await sales.get(`/sales/quote-requests/${request}`);
  expect(after.body.data).toMatchObject({
    ...{ state: 'handled', customer: { documentId: customer }, quote: { documentId: quote.documentId } },
  });
  const told = (await lead.get(`/crm/customers/${customer}/timeline`)).body.data.map(
    ({ name }: { name: string }) => name,
  );
  expect(told).toEqual(expect.arrayContaining(['form_submission.handled', 'quote.drafted', 'customer.created']));

  const sent = await sales.post(`/sales/quotes/${quote.documentId}/send`);
  expect([sent.status, sent.body.data.state]).toEqual([200, 'sent']);
});

test('asked twice, and at the same time, it is one quote and one customer', async () => {
  const request = await ask({ company: 'Once Ltd' });
  const answers = await Promise.all(
    [1, 2, 3].map(() => lead.post(`/sales/quote-requests/${request}/quote`, { newCustomer: {} })),
  );
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(new Set(answers.map(({ body }) => body.data.documentId)).size).toBe(1);
  const found = await lead.get('/crm/customers?filters[name][$eq]=Once Ltd');
  expect(found.body.data).toHaveLength(1);
});

test('a customer who is there is named; whoever wrote with the same address is never joined by it', async () => {
  const { documentId: customer } = (await member.get('/api/crm/me')).body.data.customer;
  const request = await ask({ email: member.email, company: undefined });
  expect((await lead.get(`/sales/quote-requests/${request}`)).body.data.customer).toBeNull();
  const nobody = await lead.post(`/sales/quote-requests/${request}/quote`);
  expect(codeOf(nobody)).toEqual([400, 'quote_request.whose', 'customer']);
  const strange = await lead.post(`/sales/quote-requests/${request}/quote`, { customer: 'nosuchcustomer' });
  expect(codeOf(strange)).toEqual([404, 'order.customer_unknown', 'customer']);
  const made = await lead.post(`/sales/quote-requests/${request}/quote`, { customer });
  expect(made.status).toBe(201);
  // Until it is sent it is the office's.
  expect((await member.get('/api/sales/quotes')).body.data).toEqual([]);
});

test('where the settings refuse who may be there already, no second customer is made', async () => {
  const owner = await app.staff();
  const setting = '/content-manager/single-types/plugin::crm.setting';
  const { body } = await owner.get(setting);
  const put = (duplicateRule: string) => owner.put(setting, { duplicateRule });
  await put('refuse');
  const request = await ask({ company: 'Berg Trading AB' });
  const refused = await lead.post(`/sales/quote-requests/${request}/quote`, { newCustomer: {} });
  expect(codeOf(refused).slice(0, 2)).toEqual([409, 'customer.duplicate']);
  expect(await waiting()).toContain(request);
  await put(body.data.duplicateRule);
});

test('a member who asks through the form is quoted without being named', async () => {
  const sent = await member.post('/api/crm/forms/quote-request', { ...ASKED(), company: undefined });
  const { documentId: customer } = (await member.get('/api/crm/me')).body.data.customer;
  const made = await lead.post(`/sales/quote-requests/${sent.body.data.documentId}/quote`);
  const kept = await lead.get(`/sales/quotes/${made.body.data.documentId}?populate=customer`);
  expect(kept.body.data.customer.documentId).toBe(customer);
});

test('what there is not, or not so, is refused with its place in the form', async () => {
  const send = (products: unknown) => app.http.post('/api/crm/forms/quote-request').send({ ...ASKED(), products });
  const good = { product: shop.camera, quantity: '1' };
  const wrong: [unknown, string, string][] = [
    [[good, { product: 'nosuchproduct' }], 'order.product_unknown', 'products.1.product'],
    [[{ product: shop.closed, quantity: '1' }], 'order.product_closed', 'products.0.product'],
    [[good, { product: shop.cable, quantity: '0.3' }], 'order.quantity_not_sold_so', 'products.1.quantity'],
    [[{ ...good, quantity: '-1' }], 'form.quantity_wrong', 'products.0.quantity'],
    ['camera', 'form.products_wrong', 'products'],
  ];
  const before = await waiting();
  for (const [products, code, field] of wrong) {
    const answer = await send(products);
    expect(codeOf(answer).slice(1)).toEqual([code, field]);
    expect([400, 409]).toContain(answer.status);
  }
  expect(await waiting()).toEqual(before);
});

test('what is sold no longer when it is quoted is left out and said in a note', async () => {
  const [made] = await shop.service.createProducts([
    { name: 'รุ่นสุดท้าย', kind: 'goods', prices: [{ unitPrice: 100n }] },
  ]);
  const gone = made?.documentId ?? '';
  const request = await ask({
    products: [
      { product: gone, quantity: '1' },
      { product: shop.camera, quantity: '1' },
    ],
  });
  expect((await app.staff().then((all) => all.post(`/sales/products/${gone}/close`))).status).toBe(200);
  const quote = await lead.post(`/sales/quote-requests/${request}/quote`, { newCustomer: { kind: 'person' } });
  expect(quote.body.data.net).toBe('20000');
  const kept = await lead.get(`/sales/quotes/${quote.body.data.documentId}`);
  expect(kept.body.data.internalNote).toContain('รุ่นสุดท้าย × 1');
});

test('a request in words alone is a draft without lines; a dismissed one is not quoted', async () => {
  const words = await ask({ products: undefined, company: 'Words Ltd' });
  const made = await lead.post(`/sales/quote-requests/${words}/quote`, { newCustomer: {} });
  expect([made.status, made.body.data.lines]).toEqual([201, []]);
  const spam = await ask({ products: undefined });
  expect(codeOf(await sales.post(`/crm/form-submissions/${spam}/dismiss`, {})).slice(0, 2)).toEqual([
    400,
    'input.required',
  ]);
  const dismissed = await sales.post(`/crm/form-submissions/${spam}/dismiss`, { reason: 'โฆษณา' });
  expect(dismissed.body.data).toMatchObject({ state: 'dismissed', note: 'โฆษณา' });
  const late = await lead.post(`/sales/quote-requests/${spam}/quote`, { newCustomer: {} });
  expect(codeOf(late).slice(0, 2)).toEqual([409, 'state.not_allowed']);
});

test('who quotes nothing quotes no request, and what is no request is not quoted', async () => {
  const request = await ask();
  const marketing = await app.staff('marketing');
  const billing = await app.staff('billing');
  expect((await marketing.post(`/sales/quote-requests/${request}/quote`, { newCustomer: {} })).status).toBe(403);
  expect((await billing.get(`/sales/quote-requests/${request}`)).status).toBe(403);
  expect((await app.http.get(`/api/sales/quote-requests/${request}`)).status).toBe(404);
  await marketing.post('/crm/forms', {
    ...{ code: 'contact', name: 'ติดต่อเรา', purpose: 'contact' },
    fields: [{ key: 'text', kind: 'text', label: { th: 'ข้อความ' }, required: true }],
  });
  const other = await app.http.post('/api/crm/forms/contact').send({ text: 'สวัสดี' });
  const refused = await lead.post(`/sales/quote-requests/${other.body.data.documentId}/quote`, { newCustomer: {} });
  expect(codeOf(refused).slice(0, 2)).toEqual([409, 'quote_request.other_purpose']);
});

test('a new version of such a quote remembers the request; the members’ own door is as it was', async () => {
  const request = await ask({ company: 'Versions Ltd' });
  const first = await lead.post(`/sales/quote-requests/${request}/quote`, { newCustomer: {} });
  await lead.post(`/sales/quotes/${first.body.data.documentId}/send`, { mail: false });
  const second = await lead.post(`/sales/quotes/${first.body.data.documentId}/revise`);
  expect([second.status, second.body.data.version]).toEqual([201, 2]);
  const again = await lead.post(`/sales/quote-requests/${request}/quote`, { newCustomer: {} });
  expect(again.body.data.documentId).toBe(first.body.data.documentId);
  const own = await member.post('/api/sales/quotes', { lines: [{ product: shop.camera, quantity: '1' }] });
  expect([own.status, own.body.data.state]).toEqual([201, 'draft']);
});
