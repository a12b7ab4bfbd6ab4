import { addDays, addMonths } from '@sanya/strapi-plugin-platform/kernel';
import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { companyMember, customerOf, issue, line, proofOf } from '../billing/support';
import { openShop, placeOrder, type Shop } from '../sales/shop';
import { asked, type Contract, contractDesk, own, pay, refused } from './support';

let app: App;
let shop: Shop;
let owner: Staff;
let desk: ReturnType<typeof contractDesk>;
let member: Member;
let other: Member;
let customer: { id: number; documentId: string };

beforeAll(async () => {
  app = await bootApp();
  shop = await openShop(app);
  owner = await app.staff('owner');
  desk = contractDesk(app, await app.staff());
  [member, other] = [await companyMember(app), await companyMember(app)];
  customer = await customerOf(app, member);
  await desk.turnTo('2030-01-31');
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

const care = (over: object = {}) => ({ description: 'ดูแลเว็บไซต์', unitPrice: '100000', unit: 'งวด', ...over });
const periodsOf = async ({ documentId }: { documentId: string }) =>
  (await desk.periods(documentId)).map(({ startsOn, endsOn, state, amount }) => [startsOn, endsOn, state, amount]);
const ofMember = async (reader: Member): Promise<Contract[]> => asked(own(reader, 'contracts?sort=id:asc'));

test('paying an order with a recurring line makes its contract, and the contract begins', async () => {
  const lines = [
    { product: shop.care, price: shop.careMonthly, quantity: '2' },
    { product: shop.camera, quantity: '1' },
  ];
  const order = await placeOrder(member, lines);
  expect(await ofMember(member)).toEqual([]);
  await pay(owner, customer.documentId, order.invoice, desk.today());

  const [contract] = await ofMember(member);
  expect(contract).toMatchObject({ state: 'active', startsOn: '2030-01-31', endsOn: null, nextBillOn: '2030-02-28' });
  expect(contract?.serviceId).toMatch(/^[2-9ACFHJKLMRWX]{4}-[2-9ACFHJKLMRWX]{4}$/);
  expect(contract).not.toHaveProperty('problem');
  const [first] = await desk.periods(contract?.documentId ?? '');
  expect(first).toMatchObject({ startsOn: '2030-01-31', endsOn: '2030-02-27', amount: '200000' });
  expect(first?.invoice?.documentId).toBe(order.invoice.documentId);

  // On the phone, in whatever dress.
  const said = contract?.serviceId.replace('-', ' ').toLowerCase();
  const found = await asked<Contract>(owner.post('/contracts/service-ids', { serviceId: said }));
  expect(found.documentId).toBe(contract?.documentId);
  const wrong = `${contract?.serviceId.slice(0, -1)}${contract?.serviceId.endsWith('2') ? '3' : '2'}`;
  expect(await refused(owner.post('/contracts/service-ids', { serviceId: wrong }))).toEqual([
    ...[404, 'contract.service_id_misheard', 'serviceId'],
  ]);

  // What is another's is not there.
  expect(await ofMember(other)).toEqual([]);
  expect((await own(other, `contracts/${contract?.documentId}`)).status).toBe(404);
  expect((await other.post(`/api/contracts/contracts/${contract?.documentId}/cancel`, {})).status).toBe(404);
  expect(await asked(own(other, 'billing-periods'))).toEqual([]);

  // Called off: nothing more is billed.
  await asked(owner.post(`/contracts/contracts/${contract?.documentId}/cancel`, { ending: 'period_end' }));
  expect(await desk.read(contract?.documentId ?? '')).toMatchObject({ endsOn: '2030-02-27', nextBillOn: null });
});

test('a customer on credit terms begins before paying, and once', async () => {
  const later = await customerOf(app, other);
  await asked(owner.post(`/crm/customers/${later.documentId}/credit`, { creditTermsDays: 30 }));
  const order = await placeOrder(other, [{ product: shop.care, price: shop.careYearly, quantity: '1' }]);
  await asked(owner.post(`/sales/orders/${order.documentId}/confirm`));
  expect((await ofMember(other)).map(({ state }) => state)).toEqual(['active']);
  await pay(owner, later.documentId, order.invoice, desk.today());
  expect((await ofMember(other)).length).toBe(1);
});

test('a contract is made of an invoice in one step, and begins when it is paid', async () => {
  const yearly = (description: string) => line({ description, unitPrice: 1_200_000n, unit: 'year' });
  const invoice = await issue(app, customer.id, [yearly('Line 1'), yearly('Line 2')]);
  const made = await asked<Contract>(
    owner.post(`/contracts/contracts/from-invoice/${invoice.documentId}`, {
      cycle: { unit: 'year', count: 1 },
      termMonths: 24,
    }),
    201,
  );
  expect(made).toMatchObject({ state: 'awaiting_start', customer: { documentId: customer.documentId } });
  expect(made.lines.map(({ unitPrice, standing }) => [unitPrice, standing])).toEqual([
    ['1200000', 'upcoming'],
    ['1200000', 'upcoming'],
  ]);
  expect(await refused(owner.post(`/contracts/contracts/${made.documentId}/activate`))).toEqual([
    ...[422, 'contract.waits', undefined],
  ]);
  // What stands in a contract is not promised a second time.
  const again = owner.post(`/contracts/contracts/from-invoice/${invoice.documentId}`, {
    cycle: { unit: 'year', count: 1 },
  });
  expect(await refused(again)).toEqual([409, 'contract.line_promised', 'lines']);
  await pay(owner, customer.documentId, { documentId: invoice.documentId, total: String(invoice.total) }, desk.today());
  expect(await desk.read(made.documentId)).toMatchObject({
    ...{ state: 'active', startsOn: '2030-01-31', endsOn: '2032-01-30', nextBillOn: '2031-01-31' },
  });
  await desk.act(made.documentId, 'cancel', { ending: 'period_end' });
});

test('a contract is made of a tax invoice in one step: of what stands on it, as it stands on its invoice', async () => {
  const lines = ['Care of the site', 'Care of the shop'].map((description) =>
    line({ description, unitPrice: 100_000n, unit: 'month' }),
  );
  const invoice = await issue(app, customer.id, lines);
  const monthly = { cycle: { unit: 'month', count: 1 } };
  const from = (document: string, body: object = monthly) =>
    owner.post(`/contracts/contracts/from-tax-invoice/${document}`, body);
  const early = await asked<{ documentId: string }>(
    owner.post('/billing/tax-invoices', { invoice: invoice.documentId }),
    201,
  );
  const [{ lines: taxed } = { lines: [] }] = await asked<{ lines: { documentId: string; description: string }[] }[]>(
    owner.get(`/billing/tax-invoices?filters[documentId][$eq]=${early.documentId}&populate=lines`),
  );
  const shopLine = taxed.find(({ description }) => description === 'Care of the shop')?.documentId ?? '';
  expect(await refused(from(early.documentId, { ...monthly, lines: ['nonsense1'] }))).toEqual([
    ...[400, 'contract.tax_invoice_line_unknown', 'lines.0'],
  ]);
  const made = await asked<Contract>(from(early.documentId, { ...monthly, lines: [shopLine] }), 201);
  expect(made).toMatchObject({ state: 'awaiting_start', customer: { documentId: customer.documentId } });
  expect(made.lines).toMatchObject([{ unitPrice: '100000', description: 'Care of the shop' }]);
  expect(await refused(from(early.documentId))).toEqual([409, 'contract.line_promised', 'lines']);
  expect((await from('nonsense1')).status).toBe(404);
  expect((await other.post(`/contracts/contracts/from-tax-invoice/${early.documentId}`, monthly)).status).toBe(401);

  await pay(owner, customer.documentId, { documentId: invoice.documentId, total: String(invoice.total) }, desk.today());
  // The invoice was the bill of its first month.
  expect(await desk.read(made.documentId)).toMatchObject({ state: 'active', startsOn: desk.today() });
  expect((await periodsOf(made)).map(([, , state]) => state)).toEqual(['billed']);
  const buyer = { name: 'บริษัท ล้านนาพาณิชย์ จำกัด', address: ['99 ถนนช้างคลาน', 'เชียงใหม่ 50100'] };
  await asked(owner.post(`/billing/tax-invoices/${early.documentId}/replace`, { reason: 'ชื่อผิด', buyer }), 201);
  expect(await refused(from(early.documentId))).toEqual([409, 'contract.tax_invoice_not_standing', undefined]);
  await desk.act(made.documentId, 'cancel', { ending: 'now' });
});

test('staff make a contract that begins on its day, is billed ahead, and is over after its last', async () => {
  const made = await desk.make(customer.documentId, [care({ leadDays: 7 })], {
    ...{ startsOn: '2030-02-05', termMonths: 2 },
  });
  expect(made.state).toBe('awaiting_start');
  await desk.turnTo('2030-02-25');
  expect(await periodsOf(made)).toEqual([['2030-02-05', '2030-03-04', 'billed', '100000']]);
  await desk.turnTo('2030-02-26');
  const [, march] = await desk.periods(made.documentId);
  expect(march).toMatchObject({ startsOn: '2030-03-05', invoice: { issuedOn: '2030-02-26', total: '107000' } });
  await desk.turnTo('2030-04-06');
  expect(await desk.read(made.documentId)).toMatchObject({ state: 'ended', endsOn: '2030-04-04' });
  expect((await periodsOf(made)).length).toBe(2);

  // The line says which days it is for, and whose price it is.
  const [line] = await asked<{ sentences: string[]; agrees: boolean }[]>(
    owner.get(`/billing/invoices/${march?.invoice?.documentId}/explanation?lang=en`),
  );
  expect(line?.agrees).toBe(true);
  expect(line?.sentences.join(' ')).toContain(`contract ${made.number}. It is for 5 Mar 2030 to 4 Apr 2030.`);
});

test('stop gives back what was not used, and bills from the day of the return', async () => {
  await desk.turnTo('2030-05-01');
  const made = await desk.make(customer.documentId, [care({ whileSuspended: 'stop' })]);
  await desk.turnTo('2030-05-02');
  const [may] = await desk.periods(made.documentId);
  await pay(owner, customer.documentId, may?.invoice ?? { documentId: '', total: '' }, desk.today());
  await desk.turnTo('2030-05-11');
  const url = `/contracts/contracts/${made.documentId}`;
  const foreseen = (step: string, body: object = {}, language = 'en') =>
    asked<{ sentence: string; credit?: string }>(
      owner.post(`${url}/${step}/preview`, body).set('Accept-Language', language),
    );
  expect(await foreseen('suspend')).toEqual({
    from: '2030-05-11',
    sentence:
      'From 11 May 2030 on ดูแลเว็บไซต์ is off and not billed; what was billed already comes back when it is on again.',
  });
  expect(await refused(owner.post(`${url}/suspend/preview`, { from: '2030-05-10' }))).toEqual([
    ...[400, 'contract.suspends_in_past', 'from'],
  ]);
  expect(await refused(owner.post(`${url}/resume/preview`))).toEqual([409, 'contract.not_suspended', undefined]);
  await desk.act(made.documentId, 'suspend', { reason: 'ลูกค้าขอหยุด' });
  expect(await refused(owner.post(`/contracts/contracts/${made.documentId}/suspend`, { reason: 'again' }))).toEqual([
    ...[409, 'contract.suspended_already', undefined],
  ]);
  await desk.turnTo('2030-06-21');
  expect((await periodsOf(made)).length).toBe(1);
  expect(await foreseen('resume')).toEqual({
    ...{ on: '2030-06-21', days: 41, credit: '67742', currency: 'THB', endsOn: null, nextBillOn: '2030-06-21' },
    sentence:
      'On again from 21 Jun 2030, after 41 days. 677.42 THB before VAT comes back of what was not used. The next bill is due on 21 Jun 2030.',
  });
  expect((await foreseen('resume', { on: '2030-07-01' }, 'th')).sentence).toContain('หลังระงับ 51 วัน');
  expect((await periodsOf(made)).length).toBe(1);
  await desk.act(made.documentId, 'resume');
  await desk.turnTo('2030-06-22');
  expect(await periodsOf(made)).toEqual([
    ['2030-05-01', '2030-05-31', 'billed', '100000'],
    // 10 of 30 days.
    ['2030-06-21', '2030-06-30', 'billed', '33333'],
  ]);
  const notes = await asked<{ net: string; total: string }[]>(
    owner.get(`/billing/credit-notes?filters[invoice][documentId][$eq]=${may?.invoice?.documentId}`),
  );
  // 21 of 31 days, and their VAT.
  expect(notes.map(({ total }) => total)).toEqual(['72484']);
  await desk.act(made.documentId, 'cancel', { ending: 'now' });
});

test('shift bills no day twice and ends later', async () => {
  await desk.turnTo('2030-07-01');
  const made = await desk.make(customer.documentId, [care({ whileSuspended: 'shift' })], { termMonths: 3 });
  await desk.turnTo('2030-07-11');
  await desk.act(made.documentId, 'suspend', { reason: 'ปิดปรับปรุง' });
  await desk.turnTo('2030-08-20');
  const preview = owner.post(`/contracts/contracts/${made.documentId}/resume/preview`).set('Accept-Language', 'en');
  expect(await asked(preview)).toMatchObject({
    ...{ credit: '0', endsOn: '2030-11-09', nextBillOn: '2030-09-10' },
    sentence:
      'On again from 20 Aug 2030, after 40 days. It ends on 9 Nov 2030 instead of 30 Sep 2030. The next bill is due on 10 Sep 2030.',
  });
  expect(await desk.act(made.documentId, 'resume')).toMatchObject({ endsOn: '2030-11-09', nextBillOn: '2030-09-10' });
  await desk.turnTo('2030-11-11');
  expect(await periodsOf(made)).toEqual([
    ['2030-07-01', '2030-07-31', 'billed', '100000'],
    ['2030-09-10', '2030-10-09', 'billed', '100000'],
    ['2030-10-10', '2030-11-09', 'billed', '100000'],
  ]);
  expect(await desk.read(made.documentId)).toMatchObject({ state: 'ended' });
});

test('days that are off are not off a second time: it is off again only from the day on which it would be on', async () => {
  await desk.turnTo('2030-11-12');
  const made = await desk.make(customer.documentId, [care({ whileSuspended: 'shift' })], { termMonths: 1 });
  await desk.act(made.documentId, 'suspend', { reason: 'ปิดปรับปรุง' });
  expect(await desk.act(made.documentId, 'resume', { on: '2030-11-22' })).toMatchObject({ endsOn: '2030-12-21' });
  const again = { from: '2030-11-21', reason: 'ปิดต่อ' };
  const url = `/contracts/contracts/${made.documentId}/suspend`;
  expect(await refused(owner.post(url, again))).toEqual([409, 'contract.off_until', 'from']);
  for (const [language, day] of [
    ['th', '22 พ.ย. 2573'],
    ['en', '22 Nov 2030'],
  ] as const) {
    expect((await owner.post(url, again).set('Accept-Language', language)).body.error.message).toContain(day);
  }
  await desk.act(made.documentId, 'suspend', { ...again, from: '2030-11-22' });
  await desk.turnTo('2030-11-27');
  expect(await desk.act(made.documentId, 'resume')).toMatchObject({ endsOn: '2030-12-26' });
  await desk.act(made.documentId, 'cancel', { ending: 'now' });
});

test('leaving early costs what was agreed, as the preview says, and what was billed beyond comes back', async () => {
  await desk.turnTo('2031-01-01');
  const fee = { kind: 'percent', value: '300000' };
  const made = await desk.make(customer.documentId, [
    care({ minimumMonths: 24, fee, cycle: { unit: 'year', count: 1 }, unitPrice: '1200000' }),
  ]);
  await desk.turnTo('2031-10-31');
  const url = `/contracts/contracts/${made.documentId}/cancel`;
  // The month that is left of the first year, and the second.
  const preview = await asked<{ fee: string; credit: string; endsOn: string; sentence: string }>(
    owner.post(`${url}/preview`, { ending: 'now' }),
  );
  expect(preview).toMatchObject({ endsOn: '2031-10-31', fee: '420164', credit: '200548' });
  expect(preview.sentence).toContain('4,201.64');
  expect(await refused(member.post(`/api${url}`, { ending: 'now' }))).toEqual([
    ...[409, 'contract.not_yours_to_end', undefined],
  ]);
  await asked(owner.post(url, { ending: 'now', reason: 'ย้ายออก' }));
  const invoices = await asked<{ total: string; lines: { description: string; tax: string }[] }[]>(
    owner.get(`/billing/invoices?filters[sourceDocumentId][$eq]=${made.documentId}&populate=lines&sort=id:asc`),
  );
  expect(invoices.at(-1)?.total).toBe('420164');
  expect(await desk.read(made.documentId)).toMatchObject({ endsOn: '2031-10-31', nextBillOn: null });
});

test('given up twice, it costs its fee once, and no day comes back twice', async () => {
  await desk.turnTo('2031-11-01');
  const fee = { kind: 'fixed', value: '50000' };
  const made = await desk.make(customer.documentId, [care({ minimumMonths: 12, fee, unitPrice: '300000' })], {
    noticeDays: 10,
  });
  await desk.turnTo('2031-11-02');
  const [november] = await desk.periods(made.documentId);
  const url = `/contracts/contracts/${made.documentId}/cancel`;
  await asked(owner.post(url, { ending: 'now' }));
  expect(await desk.read(made.documentId)).toMatchObject({ state: 'active', endsOn: '2031-11-12' });
  expect(await asked(owner.post(`${url}/preview`, { ending: 'now' }))).toMatchObject({ fee: '0', credit: '0' });
  await asked(owner.post(url, { ending: 'now' }));
  const notes = await asked<{ total: string }[]>(
    owner.get(`/billing/credit-notes?filters[invoice][documentId][$eq]=${november?.invoice?.documentId}`),
  );
  // 18 of 30 days, and their VAT.
  expect(notes.map(({ total }) => total)).toEqual(['192600']);
  const fees = await asked<{ total: string }[]>(
    owner.get(`/billing/invoices?filters[sourceDocumentId][$eq]=${made.documentId}`),
  );
  expect(fees.filter(({ total }) => total === '50000').length).toBe(1);
});

test('a void invoice leaves its periods to be billed again, as the contract stands then', async () => {
  await desk.turnTo('2032-01-01');
  const made = await desk.make(customer.documentId, [care()]);
  await desk.turnTo('2032-01-02');
  const [first] = await desk.periods(made.documentId);
  await asked(owner.post(`/billing/invoices/${first?.invoice?.documentId}/void`, { reason: 'wrong' }));
  await desk.turnTo('2032-01-03');
  const all = await desk.periods(made.documentId);
  expect(all.map(({ state, startsOn }) => [state, startsOn])).toEqual([
    ['undone', '2032-01-01'],
    ['billed', '2032-01-01'],
  ]);
  await desk.act(made.documentId, 'cancel', { ending: 'now' });
});

test('of what was ordered and promised from its invoice there is one contract; paid early, it begins on its day', async () => {
  const order = await placeOrder(member, [
    { product: shop.care, price: shop.careMonthly, quantity: '1' },
    { product: shop.camera, quantity: '1' },
  ]);
  const before = (await ofMember(member)).length;
  const made = await asked<Contract>(
    owner.post(`/contracts/contracts/from-invoice/${order.invoice.documentId}`, {
      ...{ cycle: { unit: 'month', count: 1 }, startsOn: '2032-01-20' },
    }),
    201,
  );
  await pay(owner, customer.documentId, order.invoice, desk.today());
  expect((await ofMember(member)).length).toBe(before + 1);
  expect(await desk.read(made.documentId)).toMatchObject({ state: 'awaiting_start', activation: 'date' });
  await desk.turnTo('2032-01-21');
  expect(await desk.read(made.documentId)).toMatchObject({ state: 'active', startsOn: '2032-01-20' });
  await desk.act(made.documentId, 'cancel', { ending: 'now' });
});

test('signed before the day that was agreed, it begins on that day', async () => {
  const made = await desk.make(customer.documentId, [care()], { activation: 'signature', startsOn: '2032-02-01' });
  const activate = (on: string) => owner.post(`/contracts/contracts/${made.documentId}/activate`, { on });
  expect(await refused(activate('2032-01-30'))).toEqual([422, 'contract.starts_later', 'on']);
  expect(await refused(activate('0001-01-02'))).toEqual([400, 'contract.starts_too_early', 'on']);
  expect(await asked(activate('2032-01-15'))).toMatchObject({ state: 'awaiting_start', agreedStart: '2032-02-01' });
  await desk.turnTo('2032-02-02');
  expect(await desk.read(made.documentId)).toMatchObject({ state: 'active', startsOn: '2032-02-01' });
  expect((await periodsOf(made)).length).toBe(1);
  await desk.act(made.documentId, 'cancel', { ending: 'now' });
});

test('the first period of a void invoice is billed by the run', async () => {
  const invoice = await issue(app, customer.id, [line({ description: 'Care', unitPrice: 100_000n, unit: 'month' })]);
  const made = await asked<Contract>(
    owner.post(`/contracts/contracts/from-invoice/${invoice.documentId}`, {
      ...{ cycle: { unit: 'month', count: 1 }, activation: 'date', startsOn: '2032-02-10' },
    }),
    201,
  );
  await asked(owner.post(`/billing/invoices/${invoice.documentId}/void`, { reason: 'wrong' }));
  await desk.turnTo('2032-02-11');
  const [first, ...more] = await desk.periods(made.documentId);
  expect(first).toMatchObject({ startsOn: '2032-02-10', invoice: { issuedOn: '2032-02-10' } });
  expect(first?.invoice?.documentId).not.toBe(invoice.documentId);
  expect(more).toEqual([]);
  await desk.act(made.documentId, 'cancel', { ending: 'now' });
});

test('who was closed may still pay what was ordered; what is to be billed later is set aside', async () => {
  const leaver = await companyMember(app);
  const theirs = await customerOf(app, leaver);
  const order = await placeOrder(leaver, [{ product: shop.care, price: shop.careMonthly, quantity: '1' }]);
  await owner.post(`/crm/customers/${theirs.documentId}/close`).expect(200);
  await pay(owner, theirs.documentId, order.invoice, desk.today());
  const [made] = await asked<Contract[]>(
    owner.get(`/contracts/contracts?filters[customer][documentId][$eq]=${theirs.documentId}`),
  );
  expect(made).toMatchObject({ state: 'active', startsOn: '2032-02-11', nextBillOn: '2032-03-11' });
  await desk.turnTo('2032-03-12');
  expect((await desk.read(made?.documentId ?? '')).problem).toBeTruthy();
  const wish = { customer: theirs.documentId, lines: [care()] };
  expect(await refused(owner.post('/contracts/contracts', wish))).toEqual([
    ...[409, 'contract.customer_closed', undefined],
  ]);
  await owner.post(`/crm/customers/${theirs.documentId}/reopen`).expect(200);
  await desk.act(made?.documentId ?? '', 'retry');
  await desk.act(made?.documentId ?? '', 'cancel', { ending: 'now' });
  // The run that it waited for.
  await desk.turnTo('2032-03-12');
});

const creditsOf = async (invoice: { documentId: string } | null | undefined): Promise<string[]> =>
  (
    await asked<{ total: string }[]>(
      owner.get(`/billing/credit-notes?filters[invoice][documentId][$eq]=${invoice?.documentId}&sort=id:asc`),
    )
  ).map(({ total }) => total);

test('one that stops and is given up while it is off gives back the days until its end', async () => {
  await desk.turnTo('2032-04-01');
  const made = await desk.make(customer.documentId, [care({ whileSuspended: 'stop' })]);
  await desk.turnTo('2032-04-11');
  const [april] = await desk.periods(made.documentId);
  await desk.act(made.documentId, 'suspend', { reason: 'ปิดปรับปรุง' });
  await desk.act(made.documentId, 'cancel', { ending: 'period_end' });
  expect(await creditsOf(april?.invoice)).toEqual([]);
  await desk.turnTo('2032-05-02');
  expect(await desk.read(made.documentId)).toMatchObject({ state: 'ended', endsOn: '2032-04-30' });
  // 20 of 30 days, and their VAT.
  expect(await creditsOf(april?.invoice)).toEqual(['71334']);
});

test('one that shifts is not over before it is on again', async () => {
  const made = await desk.make(customer.documentId, [care({ whileSuspended: 'shift' })], { termMonths: 1 });
  expect(made).toMatchObject({ startsOn: '2032-05-02', endsOn: '2032-06-01' });
  await desk.turnTo('2032-05-11');
  await desk.act(made.documentId, 'suspend', { reason: 'ปิดปรับปรุง' });
  await desk.turnTo('2032-06-15');
  expect(await desk.read(made.documentId)).toMatchObject({ state: 'active' });
  expect(await desk.act(made.documentId, 'resume')).toMatchObject({ state: 'active', endsOn: '2032-07-06' });
  await desk.turnTo('2032-07-07');
  expect(await desk.read(made.documentId)).toMatchObject({ state: 'ended' });
});

test('what staff credited by hand does not come back again, and holds nothing up', async () => {
  const [whole, part] = [
    await desk.make(customer.documentId, [care({ whileSuspended: 'stop' })]),
    await desk.make(customer.documentId, [care()]),
  ];
  await desk.turnTo('2032-07-17');
  const [[first], [second]] = [await desk.periods(whole.documentId), await desk.periods(part.documentId)];
  const byHand = (invoice: { documentId: string } | null | undefined, lines?: object[]) =>
    asked(
      owner.post(`/billing/invoices/${invoice?.documentId}/credit-notes`, {
        ...{ cause: 'price_wrong', reason: 'ตกลงกันไว้', ...(lines ? { lines } : {}) },
      }),
      201,
    );
  await byHand(first?.invoice);
  await desk.act(whole.documentId, 'suspend', { reason: 'ปิดปรับปรุง' });
  await desk.turnTo('2032-07-20');
  expect(await desk.act(whole.documentId, 'resume')).toMatchObject({ suspendedFrom: null });
  expect(await creditsOf(first?.invoice)).toEqual(['107000']);

  const { lines } = await asked<{ lines: { line: string }[] }>(
    owner.get(`/billing/invoices/${second?.invoice?.documentId}/creditable`),
  );
  await byHand(second?.invoice, [{ line: lines[0]?.line, amount: '96300' }]);
  const url = `/contracts/contracts/${part.documentId}/cancel`;
  // 17 of 31 days were to come back; 100.00 and their VAT are left.
  expect(await asked(owner.post(`${url}/preview`, { ending: 'now' }))).toMatchObject({ credit: '10000' });
  await asked(owner.post(url, { ending: 'now' }));
  expect(await creditsOf(second?.invoice)).toEqual(['96300', '10700']);
  await desk.act(whole.documentId, 'cancel', { ending: 'now' });
});

test('what a coupon took off a first period does not come back', async () => {
  await owner.post('/sales/coupons', { code: 'HALF', name: 'ลดครึ่ง', kind: 'percent', ratePpm: 500_000 }).expect(201);
  const before = new Set((await ofMember(member)).map(({ documentId }) => documentId));
  const lines = [{ product: shop.care, price: shop.careMonthly, quantity: '1' }];
  const order = await placeOrder(member, lines, { coupon: 'HALF' });
  await pay(owner, customer.documentId, order.invoice, desk.today());
  const made = (await ofMember(member)).find(({ documentId }) => !before.has(documentId));
  await desk.turnTo('2032-08-03');
  const url = `/contracts/contracts/${made?.documentId}/cancel`;
  // 16 of 31 days of 500.00.
  expect(await asked(owner.post(`${url}/preview`, { ending: 'now' }))).toMatchObject({ credit: '25806' });
  await asked(owner.post(url, { ending: 'now' }));
  expect(await creditsOf(order.invoice)).toEqual(['27612']);
});

test('what cannot be a contract is refused where it is wrong', async () => {
  const wish = (lines: object[], more: object = {}) =>
    refused(owner.post('/contracts/contracts', { customer: customer.documentId, lines, ...more }));
  expect(await wish([])).toEqual([400, 'contract.no_lines', 'lines']);
  expect(await wish([care({ quantity: '0' })])).toEqual([400, 'contract.quantity_not_positive', 'lines.0.quantity']);
  expect(await wish([care(), care({ cycle: { unit: 'month', count: 0 } })])).toEqual([
    ...[400, 'contract.cycle_count', 'lines.1.cycle.count'],
  ]);
  expect(await wish([care({ billedIn: 'arrears', leadDays: 3 })])).toEqual([
    ...[422, 'contract.lead_in_arrears', 'lines.0.leadDays'],
  ]);
  expect(await wish([care({ alignment: 'calendar', whileSuspended: 'shift' })])).toEqual([
    ...[422, 'contract.calendar_shifts', 'lines.0.whileSuspended'],
  ]);
  expect(await wish([care()], { activation: 'payment' })).toEqual([400, 'contract.payment_of_what', 'activation']);
  expect(await wish([care()], { startsOn: '0001-01-05' })).toEqual([400, 'contract.starts_too_early', 'startsOn']);
  expect(await wish([{ unitPrice: '1' }])).toEqual([400, 'contract.line_says_nothing', 'lines.0.description']);
  const technician = await app.staff('technician');
  const tried = await technician.post('/contracts/contracts', { customer: customer.documentId, lines: [care()] });
  expect([tried.status, (await technician.get('/contracts/contracts')).status]).toEqual([403, 403]);
});

test('a draft is nobody’s but ours until it is agreed; one that waits can be cancelled', async () => {
  const before = (await ofMember(member)).length;
  const made = await desk.make(customer.documentId, [care()], { draft: true, activation: 'signature' });
  expect((await ofMember(member)).length).toBe(before);
  expect((await own(member, `contracts/${made.documentId}/entitlements`)).status).toBe(404);
  expect((await desk.act(made.documentId, 'agree')).state).toBe('awaiting_start');
  expect((await ofMember(member)).length).toBe(before + 1);
  const signed = await desk.act(made.documentId, 'activate', { on: desk.today() });
  expect(signed).toMatchObject({ state: 'active', startsOn: desk.today() });
  await desk.act(made.documentId, 'cancel', { ending: 'now' });
  const waiting = await desk.make(customer.documentId, [care()], { activation: 'installation' });
  expect(await desk.act(waiting.documentId, 'cancel', { reason: 'ไม่ติดตั้ง' })).toMatchObject({ state: 'cancelled' });
});

test('a line is about the exact thing that its customer has, and never about another’s', async () => {
  const store = await app.staff('storekeeper');
  const enter = (whose: { documentId: string }, serial: string) =>
    asked<{ documentId: string }>(
      store.post('/sales/installed-items', { product: shop.camera, customer: whose.documentId, serial }),
      201,
    );
  const stranger = await customerOf(app, other);
  const [mine, theirs] = [await enter(customer, 'H6-1'), await enter(stranger, 'H6-2')];
  const made = await desk.make(customer.documentId, [care({ installedItem: mine.documentId }), care()]);
  const lines = await asked<{ installedItem: { serial: string } | null }[]>(
    owner.get(
      `/contracts/contract-lines?filters[contract][documentId][$eq]=${made.documentId}&populate=installedItem&sort=position:asc`,
    ),
  );
  expect(lines.map(({ installedItem }) => installedItem?.serial)).toEqual(['H6-1', undefined]);
  const wrong = care({ installedItem: theirs.documentId });
  expect(
    await refused(owner.post('/contracts/contracts', { customer: customer.documentId, lines: [care(), wrong] })),
  ).toEqual([404, 'contract.item_unknown', 'lines.1.installedItem']);
  expect(await refused(owner.post(`/contracts/contracts/${made.documentId}/change`, { add: [wrong] }))).toEqual([
    ...[404, 'contract.item_unknown', 'add.0.installedItem'],
  ]);
});

test('however long it was off, of three months three are billed, and it ends with the third', async () => {
  await desk.turnTo('2033-01-01');
  const made = await desk.make(customer.documentId, [care({ whileSuspended: 'shift' })], { termMonths: 3 });
  await desk.turnTo('2033-01-11');
  await desk.act(made.documentId, 'suspend', { reason: 'ปิดปรับปรุง' });
  await desk.turnTo('2033-02-20');
  expect(await desk.act(made.documentId, 'resume')).toMatchObject({ endsOn: '2033-05-12', nextBillOn: '2033-03-13' });
  await desk.turnTo('2033-05-14');
  expect(await periodsOf(made)).toEqual([
    ['2033-01-01', '2033-01-31', 'billed', '100000'],
    ['2033-03-13', '2033-04-12', 'billed', '100000'],
    ['2033-04-13', '2033-05-12', 'billed', '100000'],
  ]);
  expect(await desk.read(made.documentId)).toMatchObject({ state: 'ended' });
});

test('lines that end together still do after days off, and go on together', async () => {
  await desk.turnTo('2033-06-01');
  const shifts = { whileSuspended: 'shift' };
  const lines = [care(shifts), care({ ...shifts, cycle: { unit: 'quarter', count: 1 } })];
  const made = await desk.make(customer.documentId, lines, { termMonths: 3 });
  await desk.turnTo('2033-06-11');
  await desk.act(made.documentId, 'suspend', { reason: 'ปิดปรับปรุง' });
  await desk.turnTo('2033-07-20');
  // 39 days after 31 August.
  expect(await desk.act(made.documentId, 'resume')).toMatchObject({ endsOn: '2033-10-09' });
  await asked(owner.post(`/contracts/contracts/${made.documentId}/renew`));
  const all = await asked<{ startsOn: string; endsOn: string }[]>(
    owner.get(`/contracts/contract-lines?filters[contract][documentId][$eq]=${made.documentId}&sort=position:asc`),
  );
  expect(all.map(({ startsOn, endsOn }) => [startsOn, endsOn])).toEqual([
    ...[1, 2].map(() => ['2033-06-01', '2033-10-09']),
    ...[1, 2].map(() => ['2033-10-10', '2034-01-09']),
  ]);
});

test.each([
  ['purchase_order', '2034-02-01'],
  ['installation', '2034-06-01'],
])(
  'what waits for its %s begins on the day that staff say, and nothing is billed before',
  async (activation, agreedOn) => {
    await desk.turnTo(agreedOn);
    const made = await desk.make(customer.documentId, [care()], { activation, termMonths: 12 });
    expect(made).toMatchObject({ state: 'awaiting_start', activation, startsOn: null, nextBillOn: null });
    await desk.turnTo(addDays(agreedOn, 35));
    await asked(owner.post('/contracts/billing-runs', { asOf: addDays(agreedOn, 60) }), 201);
    expect(await desk.read(made.documentId)).toMatchObject({ state: 'awaiting_start', nextBillOn: null });
    expect(await periodsOf(made)).toEqual([]);

    // Told two days late: it runs from the day on which it happened.
    const on = addDays(agreedOn, 33);
    const activate = `/contracts/contracts/${made.documentId}/activate`;
    expect((await (await app.staff('technician')).post(activate, { on })).status).toBe(403);
    expect(await desk.act(made.documentId, 'activate', { on })).toMatchObject({
      ...{ state: 'active', startsOn: on, endsOn: addDays(addMonths(on, 12), -1), nextBillOn: on },
    });
    expect((await owner.post(activate, { on })).status).toBe(409);
    await desk.turnTo(addDays(agreedOn, 36));
    expect(await desk.periods(made.documentId)).toMatchObject([
      { startsOn: on, endsOn: addDays(addMonths(on, 1), -1), invoice: { issuedOn: addDays(on, 2) } },
    ]);
    await desk.act(made.documentId, 'cancel', { ending: 'now' });
  },
);

test('where no term runs, whoever gives it up with its term leaves with the period: nobody takes back what was begun', async () => {
  const begins = addDays(desk.today(), 1);
  const earlier = addMonths(begins, -8);
  const yearly = { unitPrice: '1200000', cycle: { unit: 'year', count: 1 } };
  const [made, served] = [
    await desk.make(customer.documentId, [care(yearly)], { startsOn: begins }),
    await desk.make(customer.documentId, [care({ ...yearly, minimumMonths: 6 })], { startsOn: earlier }),
  ];
  await desk.turnTo(addDays(begins, 2));
  for (const [contract, first] of [
    [made, begins],
    [served, earlier],
  ] as const) {
    expect((await desk.periods(contract.documentId)).length).toBe(1);
    const last = addDays(addMonths(first, 12), -1);
    const url = `/api/contracts/contracts/${contract.documentId}/cancel`;
    expect(await asked(member.post(`${url}/preview`, { ending: 'term_end' }))).toMatchObject({
      ...{ endsOn: last, fee: '0', credit: '0' },
    });
    expect(await asked(member.post(url, { ending: 'term_end' }))).toMatchObject({ state: 'active', endsOn: last });
  }
});
