import { bootApp, type App, type Member } from '../../support/app';
import { openShop, placeOrder, type Shop } from './shop';

let app: App;
let shop: Shop;
let member: Member;

beforeAll(async () => {
  app = await bootApp();
  shop = await openShop(app);
  member = await app.member();
});
afterAll(() => app?.close());

const ORDER = 'plugin::sales.order';
const found = async (range = {}): Promise<string[]> =>
  [...new Set((await app.platform.proof.run(range)).map((one) => one.check))]
    .filter((check) => check.startsWith('sales.'))
    .sort();

const undone = async (work: () => Promise<void>): Promise<void> => {
  const rollback = new Error('rollback');
  await app.platform
    .transaction(async () => {
      await work();
      throw rollback;
    })
    .catch((error: unknown) => {
      if (error !== rollback) throw error;
    });
};

test('each check names what was tampered with, in both languages, and nothing else', async () => {
  const { rows, messages } = app.platform;
  const order = await placeOrder(member, [
    { product: shop.camera, quantity: '1' },
    { product: shop.cable, quantity: '2' },
  ]);
  expect(await found()).toEqual([]);
  const [level] = await rows.find<{ onHand: bigint; reserved: bigint }>(
    'plugin::sales.stock-item',
    (q) => void q.limit(1),
  );
  const [stored] = await rows.byIds<Record<string, unknown>>(ORDER, [order.id]);
  if (!level || !stored) throw new Error('nothing stored');
  const { id: _id, documentId: _documentId, createdAt: _c, updatedAt: _u, publishedAt: _p, ...facts } = stored;
  const copy = Object.fromEntries(
    Object.entries(facts).filter(([name]) => !/^(locale|createdBy|updatedBy)/.test(name)),
  );

  await undone(async () => {
    await rows.update('plugin::sales.stock-item', [{ id: level.id, onHand: level.onHand + 1000n }]);
    expect(await found()).toEqual(['sales.stock-equals-movements', 'sales.stock-equals-shelves']);
  });
  await undone(async () => {
    await rows.update('plugin::sales.stock-item', [{ id: level.id, reserved: level.reserved + 1000n }]);
    expect(await found()).toEqual(['sales.reserved-equals-open-orders', 'sales.stock-equals-movements']);
  });
  await undone(async () => {
    await rows.insert(ORDER, [{ ...copy, number: 'X-1', invoice: null }]);
    expect(await found()).toEqual(['sales.order-equals-lines', 'sales.order-without-invoice']);
    expect(await found({ to: '2000-01-01' })).toEqual([]);
    expect(await found({ from: '2000-01-01', to: '2999-01-01' })).toHaveLength(2);
  });
  await undone(async () => {
    await rows.insert(ORDER, [{ ...copy, number: 'X-2', net: 0n, tax: 0n, total: 0n }]);
    expect(await found()).toEqual(['sales.order-equals-invoice']);
  });
  await undone(async () => {
    await rows.update('plugin::sales.order-line', [{ id: order.lines[1].id, delivered: 2000n }]);
    const [one, ...others] = (await app.platform.proof.run({})).filter((each) => each.check.startsWith('sales.'));
    expect([one?.check, others]).toEqual(['sales.shipment-not-taxed', []]);
    for (const language of ['th', 'en'] as const) {
      const text = messages.say(language, `proof.${one?.check}`, one?.params);
      expect(text).toContain(order.number);
      expect(text).not.toMatch(/[{}]/);
    }
  });
  expect(await found()).toEqual([]);
});
