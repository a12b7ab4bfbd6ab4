import type { App, Member, Staff } from '../../support/app';
import { pagesOf, said } from '../../support/pdf';
import { placeOrder, type Shop } from './shop';
import { asked, openStoreRoom, refusal } from './store-room';

let app: App;
let shop: Shop;
let company: Member;
let owner: Staff;
let store: Staff;
const carriers: Record<string, string> = {};

beforeAll(async () => {
  ({ app, shop, owner, store, company } = await openStoreRoom());
  await owner.post('/platform/clock', { now: '2030-01-30T03:00:00.000Z' });
});
afterAll(() => app?.close());
afterEach(async () => expect(await app.platform.proof.run({})).toEqual([]));

async function packed(quantity: string, body: object = {}) {
  const shipping = { name: 'คลังลำพูน', line1: '9 หมู่ 4', postcode: '50200' };
  const order = await placeOrder(company, [{ product: shop.camera, quantity }], { shipping });
  await asked(owner.post(`/sales/orders/${order.documentId}/confirm`));
  return asked(store.post(`/sales/orders/${order.documentId}/shipments`, body), 201);
}
const move = (shipment: { documentId: string }, verb: string, body: object = {}) =>
  store.post(`/sales/shipments/${shipment.documentId}/${verb}`, body);
const proposed = async (shipment: { documentId: string }, sort: string) =>
  (await store.get(`/sales/shipments/${shipment.documentId}/carriers?sort=${sort}`)).body.data as {
    grams: number | null;
    postcode: string;
    carriers: {
      name: string;
      cost: string | null;
      why: string | null;
      promisedOn: string;
      judged: number;
      onTime: number;
    }[];
  };

test('carriers are kept by who may: a name once, a tracking page with its number', async () => {
  const list = [
    {
      name: 'Post',
      daysPromised: 3,
      trackingPattern: 'https://track.example.com/{number}',
      rates: [
        { postcodes: [], upToGrams: 1000, price: '5000' },
        { postcodes: [], upToGrams: 20_000, price: '12000' },
      ],
    },
    { name: 'Express', daysPromised: 1, rates: [{ postcodes: ['50', '51'], upToGrams: null, price: '25000' }] },
    { name: 'South', daysPromised: 2, rates: [{ postcodes: ['9'], upToGrams: null, price: '100' }] },
  ];
  for (const one of list) carriers[one.name] = (await asked(owner.post('/sales/carriers', one), 201)).documentId;
  expect(refusal(await owner.post('/sales/carriers', { name: 'post' }))).toEqual([409, 'carrier.name_taken', 'name']);
  expect(
    refusal(await owner.put(`/sales/carriers/${carriers.Post}`, { trackingPattern: 'https://x.example.com' })),
  ).toEqual([...[400, 'carrier.no_number', 'trackingPattern']]);
  expect(
    (await owner.put(`/sales/carriers/${carriers.Post}`, { rates: [{ postcodes: [], upToGrams: 0, price: '1' }] }))
      .status,
  ).toBe(400);
  expect((await store.post('/sales/carriers', { name: 'Other' })).status).toBe(403);
  expect((await company.get('/api/sales/carriers')).status).toBe(404);
});

test('a parcel is compared by cost, speed and how often the promised day was kept', async () => {
  const shipment = await packed('4');
  const unknown = await proposed(shipment, 'cost');
  expect(unknown).toMatchObject({ grams: null, postcode: '50200' });
  expect(unknown.carriers.map(({ name, cost, why }) => [name, cost, why])).toEqual([
    ['Express', '25000', null],
    ['South', null, 'not_there'],
    ['Post', null, 'no_weight'],
  ]);
  await asked(owner.put(`/sales/products/${shop.camera}`, { weightGrams: 450 }));
  const cheap = await proposed(shipment, 'cost');
  expect(cheap.grams).toBe(1800);
  expect(cheap.carriers.map(({ name, cost, promisedOn }) => [name, cost, promisedOn])).toEqual([
    ['Post', '12000', '2030-02-02'],
    ['Express', '25000', '2030-01-31'],
    ['South', null, '2030-02-01'],
  ]);
  expect((await proposed(shipment, 'speed')).carriers[0]?.name).toBe('Express');

  expect(refusal(await move(shipment, 'ship', { chosenCarrier: carriers.South }))).toEqual([
    ...[409, 'carrier.not_there', 'chosenCarrier'],
  ]);
  expect(refusal(await move(shipment, 'ship', { chosenCarrier: 'nobody00' }))[1]).toBe('carrier.unknown');
  const shipped = await asked(move(shipment, 'ship', { chosenCarrier: carriers.Post, trackingNumber: 'EX 1' }));
  expect(shipped).toMatchObject({
    ...{ carrier: 'Post', chosenCarrier: { name: 'Post' }, shippingCost: '12000', promisedOn: '2030-02-02' },
    trackingUrl: 'https://track.example.com/EX%201',
  });
  // What it costs stays as it was, whatever is asked later; another number has another page.
  await asked(
    owner.put(`/sales/carriers/${carriers.Post}`, { rates: [{ postcodes: [], upToGrams: null, price: '99' }] }),
  );
  const told = await asked(
    store.put(`/sales/shipments/${shipment.documentId}`, {
      trackingNumber: 'EX2',
      // As the form had read it: the page of the other number.
      trackingUrl: 'https://track.example.com/EX%201',
      chosenCarrier: carriers.Post,
    }),
  );
  expect(told).toMatchObject({
    shippingCost: '12000',
    trackingUrl: 'https://track.example.com/EX2',
    promisedOn: '2030-02-02',
  });

  const quick = await packed('1', { chosenCarrier: carriers.Express });
  expect(quick).toMatchObject({ carrier: 'Express', shippingCost: '25000', promisedOn: null });
  await asked(move(quick, 'ship'));
  await asked(move(quick, 'deliver'));
  await asked(owner.post('/platform/clock', { now: '2030-02-05T03:00:00.000Z' }));
  const next = await packed('1');
  // The one came on its day, the other is still on its way after its day.
  const kept = await proposed(next, 'reliability');
  expect(kept.carriers.map(({ name, judged, onTime }) => [name, judged, onTime])).toEqual([
    ['Express', 1, 1],
    ['Post', 1, 0],
    ['South', 0, 0],
  ]);
  await asked(owner.post(`/sales/carriers/${carriers.Express}/close`));
  expect((await proposed(next, 'speed')).carriers.map(({ name }) => name)).toEqual(['Post', 'South']);
  expect(refusal(await move(next, 'ship', { chosenCarrier: carriers.Express }))[1]).toBe('carrier.closed');
  const by = await asked(store.put(`/sales/shipments/${next.documentId}`, { carrier: 'รถเช่า', chosenCarrier: null }));
  expect(by).toMatchObject({ carrier: 'รถเช่า', chosenCarrier: null, shippingCost: null });

  // Members see who carries it, never what it costs us.
  const mine = await company.get('/api/sales/shipments?populate=*');
  expect(mine.body.data).toHaveLength(3);
  expect(JSON.stringify(mine.body)).not.toMatch(/chosenCarrier|shippingCost|promisedOn":"2030-02-02|12000/);
  expect((await company.get('/api/sales/shipments?sort=shippingCost')).status).toBe(400);
  expect((await company.get(`/api/sales/shipments/${next.documentId}/carriers`)).status).toBe(404);
});

test('an export has its papers in English: commercial invoice, packing list, shipping instruction', async () => {
  const translations = { en: { name: 'CCTV camera', unit: 'pcs' } };
  await asked(owner.put(`/sales/products/${shop.camera}`, { hsCode: '8525.89', originCountry: 'TH', translations }));
  expect((await owner.put(`/sales/products/${shop.camera}`, { originCountry: 'Thailand' })).status).toBe(400);
  expect((await owner.put(`/sales/products/${shop.camera}`, { hsCode: 'x' })).status).toBe(400);
  const order = await placeOrder(company, [{ product: shop.camera, quantity: '3' }]);
  await asked(owner.post(`/sales/orders/${order.documentId}/confirm`));
  const line = order.lines[0].documentId;
  const part = (quantity: string) =>
    asked(store.post(`/sales/orders/${order.documentId}/shipments`, { lines: [{ line, quantity }] }), 201);
  const first = await part('1');
  const second = await part('2');
  const paper = (shipment: { documentId: string }, name: string, who = store) =>
    who.get(`/sales/shipments/${shipment.documentId}/export/document?paper=${name}&lang=th`).buffer(true);
  expect((await paper(first, 'packing-list')).status).toBe(409);
  const told = {
    ...{ incoterm: 'FOB', place: 'Laem Chabang', waybill: 'BKKSIN001', vessel: 'EVER GIVEN 012E' },
    ...{ portOfLoading: 'Laem Chabang', portOfDischarge: 'Singapore', packages: 2, marks: 'SANYA 1-2' },
  };
  const mark = (shipment: { documentId: string }, body: object | null) =>
    store.put(`/sales/shipments/${shipment.documentId}/export`, { export: body });
  expect((await mark(second, { ...told, incoterm: 'XXX' })).status).toBe(400);
  await asked(mark(second, told));
  await asked(move(second, 'ship'));
  const words = {
    'commercial-invoice': [
      'Commercial invoice',
      'CCTV camera',
      'FOB Laem Chabang',
      '8525.89',
      'TH',
      '200.00',
      '400.00',
      'BKKSIN001',
    ],
    'packing-list': ['Packing list', '2 pcs', '8525.89', '0.9', 'Packages'],
    'shipping-instruction': ['Shipping instruction', 'SANYA 1-2', 'Singapore', 'EVER GIVEN 012E', '0.9'],
  };
  for (const [name, list] of Object.entries(words)) {
    const answer = await paper(second, name);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
    const text = (await pagesOf(answer.body as Buffer)).join('\n');
    for (const word of list) expect(text).toContain(said(word));
  }
  expect((await paper(second, 'commercial-invoice', await app.staff('marketing'))).status).toBe(403);
  const mine = await company.get('/api/sales/shipments?populate=*');
  expect(JSON.stringify(mine.body)).not.toMatch(/exportFacts|BKKSIN001/);
  await asked(mark(second, null));
  expect((await paper(second, 'commercial-invoice')).status).toBe(409);
});
