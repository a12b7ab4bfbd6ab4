import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { openShop, placeOrder, type Shop } from '../sales/shop';

/** Relations that are foreign-key columns, written from both of their sides in each way that somebody writes them. */
let app: App;
let admin: Staff;
let member: Member;
let shop: Shop;

beforeAll(async () => {
  app = await bootApp({ SANYA_JOBS: 'off' });
  admin = await app.staff();
  shop = await openShop(app);
  member = await app.member();
});
afterAll(() => app?.close());

const CONTACT = 'plugin::crm.contact';
const CUSTOMER = 'plugin::crm.customer';
const PRICE = 'plugin::sales.price';
const PRODUCT = 'plugin::sales.product';
const manager = (uid: string, documentId = ''): string =>
  `/content-manager/collection-types/${uid}${documentId && `/${documentId}`}`;
const idOf = async (uid: string, documentId: string): Promise<number> =>
  (await app.platform.rows.byDocumentIds(uid, [documentId], { fields: [] }))[0]?.id ?? 0;
const keyOf = async (uid: string, documentId: string, relation: string): Promise<unknown> =>
  (await app.platform.rows.byDocumentIds<Record<string, unknown>>(uid, [documentId]))[0]?.[relation];
const PLAIN = { unitPrice: '100', model: 'fixed', currency: 'THB', per: 'one_time' };

interface Written {
  status: number;
  code?: string;
}

/** The two ways into a type: what somebody clicks, and what code of the host writes. */
const ways: Record<string, (uid: string, data: object, documentId?: string) => Promise<Written & { id: string }>> = {
  async 'the content manager'(uid, data, documentId) {
    const at = manager(uid, documentId);
    const { status, body } = await (documentId ? admin.put(at, data) : admin.post(at, data));
    return { status, code: body.error?.details?.code, id: body.data?.documentId };
  },
  async 'the Document Service'(uid, data, documentId) {
    const documents = app.strapi.documents(uid as never) as unknown as {
      create(asked: object): Promise<{ documentId: string }>;
      update(asked: object): Promise<{ documentId: string }>;
    };
    try {
      const row = await (documentId ? documents.update({ documentId, data }) : documents.create({ data }));
      return { status: 200, id: row.documentId };
    } catch (error) {
      const { status = 500, code } = error as Partial<Written>;
      return { status, code, id: '' };
    }
  },
};

describe.each(Object.entries(ways))('through %s', (_name, write) => {
  test('a price is laid on a product, on another, on none, however that is said', async () => {
    const [camera, cable] = [await idOf(PRODUCT, shop.camera), await idOf(PRODUCT, shop.cable)];
    const made = await write(PRICE, {
      ...PLAIN,
      product: { connect: [{ documentId: shop.camera }], disconnect: [] },
    });
    expect([made.status, made.code]).toEqual([expect.any(Number), undefined]);
    const key = () => keyOf(PRICE, made.id, 'product');
    expect(await key()).toBe(camera);
    const said: [unknown, number | null][] = [
      [{ connect: [{ documentId: shop.cable }], disconnect: [{ documentId: shop.camera }] }, cable],
      [{ connect: [], disconnect: [] }, cable],
      [{ set: [{ documentId: shop.camera }] }, camera],
      [shop.cable, cable],
      [camera, camera],
      [String(cable), cable],
      [{ id: camera }, camera],
      [{ documentId: shop.cable }, cable],
      [{ connect: [{ id: camera }] }, camera],
      [{ disconnect: [{ documentId: shop.camera }] }, null],
      [{ connect: [{ documentId: shop.cable }] }, cable],
      // Another one than it is laid on is taken off: it stays.
      [{ connect: [], disconnect: [{ documentId: shop.camera }] }, cable],
      [{ disconnect: [{ id: camera }] }, cable],
      [{ disconnect: [{ id: camera }, { id: cable }] }, null],
      [{ disconnect: [{ id: camera }] }, null],
      [{ connect: [{ documentId: shop.cable }] }, cable],
      [{ set: [] }, null],
      [{ connect: [{ documentId: shop.camera }] }, camera],
      [null, null],
      [{ set: [{ id: camera }] }, camera],
    ];
    for (const [product, expected] of said) {
      const { status, code } = await write(PRICE, { ...PLAIN, product }, made.id);
      expect([product, status, code, await key()]).toEqual([product, 200, undefined, expected]);
    }
    expect(await write(PRICE, { ...PLAIN, label: 'alone' }, made.id)).toMatchObject({ status: 200 });
    expect(await key()).toBe(camera);

    // What is not there is told, and the price stays where it was.
    const nothing = [
      'nosuchrow',
      999_999,
      '99999999999',
      { connect: [{ documentId: 'nosuchrow' }] },
      { set: [{ id: 0 }] },
    ];
    for (const product of nothing) {
      const refused = await write(PRICE, { ...PLAIN, product }, made.id);
      expect([product, refused.status, await key()]).toEqual([product, 400, camera]);
      expect(refused.code).toMatch(/^(relation\.unknown|input\.not_readable)$/);
      const unmade = await write(PRICE, { ...PLAIN, product });
      expect([product, unmade.status, unmade.code]).toEqual([product, 400, refused.code]);
    }
  });

  test('a contact is made at its customer and stays there', async () => {
    const customer = (await member.get('/api/crm/me')).body.data.customer.documentId as string;
    const other = (await admin.post('/crm/customers', { kind: 'person', name: 'Other' })).body.data
      .documentId as string;
    const own = await idOf(CUSTOMER, customer);
    const facts = { type: 'general', priority: 1, state: 'active', isMember: false };
    for (const said of [{ connect: [{ documentId: customer }] }, { set: [{ id: own }] }, customer, own]) {
      const made = await write(CONTACT, { ...facts, name: 'Somebody', customer: said });
      expect([said, made.code, await keyOf(CONTACT, made.id, 'customer')]).toEqual([said, undefined, own]);
      for (const [moved, code] of [
        [{ connect: [{ documentId: other }], disconnect: [{ documentId: customer }] }, 'row.field_fixed'],
        [{ set: [{ documentId: other }] }, 'row.field_fixed'],
        ['nosuchrow', 'relation.unknown'],
        [{ connect: [], disconnect: [] }, undefined],
        [{ disconnect: [{ documentId: customer }] }, undefined],
        [null, undefined],
      ] as const) {
        const answer = await write(CONTACT, { ...facts, name: 'Somebody', customer: moved }, made.id);
        expect([moved, answer.code, await keyOf(CONTACT, made.id, 'customer')]).toEqual([moved, code, own]);
      }
    }
    expect(await write(CONTACT, { ...facts, name: 'x', customer: 'nosuchrow' })).toMatchObject({
      ...{ status: 400, code: 'relation.unknown' },
    });
  });

  test('saving a parent leaves its children, whatever it says of them', async () => {
    const order = await placeOrder(member, [{ product: shop.camera, quantity: '1' }]);
    const customer = (await member.get('/api/crm/me')).body.data.customer.documentId as string;
    const children = async () => ({
      prices: await app.platform.rows.find(PRICE, () => undefined, { fields: ['product'] }),
      contacts: await app.platform.rows.find(CONTACT, () => undefined, { fields: ['customer'] }),
      lines: await app.platform.rows.find('plugin::sales.order-line', () => undefined, { fields: ['order'] }),
    });
    const before = await children();
    const untouched = [{ connect: [], disconnect: [] }, { set: [] }, [], null];
    for (const said of untouched) {
      expect(await write(PRODUCT, { group: 'cameras', prices: said }, shop.camera)).toMatchObject({ status: 200 });
      expect(await write(CUSTOMER, { name: 'Somebody', contacts: said }, customer)).toMatchObject({ status: 200 });
      // By hand nobody saves an order; code of the host may.
      const saved = await write('plugin::sales.order', { note: 'saved', lines: said }, order.documentId);
      expect([200, 409]).toContain(saved.status);
      expect([said, await children()]).toEqual([said, before]);
    }
  });
});

test('the panel of a relation lists what it points at, and the panel of the other side what points at it', async () => {
  const [price] = (await admin.get(`/sales/products/${shop.care}?populate=prices`)).body.data.prices;
  const panel = async (uid: string, documentId: string, relation: string): Promise<string[]> => {
    const { status, body } = await admin.get(`/content-manager/relations/${uid}/${documentId}/${relation}`);
    expect(status).toBe(200);
    return [body.results ?? body.data].flat().map((row: { documentId: string }) => row.documentId);
  };
  expect(await panel(PRICE, price.documentId, 'product')).toEqual([shop.care]);
  expect((await panel(PRODUCT, shop.care, 'prices')).sort()).toEqual([shop.careMonthly, shop.careYearly].sort());
  const customer = (await member.get('/api/crm/me')).body.data.customer.documentId as string;
  const [contact] = await panel(CUSTOMER, customer, 'contacts');
  expect(await panel(CONTACT, contact ?? '', 'customer')).toEqual([customer]);
});
