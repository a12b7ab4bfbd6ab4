import { type App, type Staff } from '../../support/app';
import { companyMember, customerOf } from '../billing/support';
import { openShop, type Shop } from '../sales/shop';

type Answer = { status: number; body: { data?: unknown; error?: { message: string; details?: { code?: string } } } };
interface Row {
  documentId: string;
  id: number;
  state: string;
  number: string;
  [key: string]: unknown;
}

export interface Office {
  app: App;
  shop: Shop;
  /** Does everything; an owner decides what is asked. */
  clerk: Staff;
  owner: Staff;
  /** Who brings goods: document id. */
  supplier: string;
}

export async function openOffice(app: App): Promise<Office> {
  // Few enough pieces that orders find none left.
  const shop = await openShop(app, 30_000n);
  const [clerk, owner] = [await app.staff(), await app.staff('owner')];
  const made = await clerk.post('/crm/customers', {
    ...{ kind: 'organisation', name: 'บริษัท ผู้ขาย จำกัด', supplier: true },
    billingAddress: { line1: '88 ถนนท่าแพ', country: 'TH' },
  });
  return { app, shop, clerk, owner, supplier: made.body.data.documentId };
}

/** What was tried and how it was answered, so that a failure can be read. */
export interface Told {
  step: string;
  status: number;
  code?: string;
}

/** Life of one customer at the doors of the office, drawn step by step; whatever is refused must be refused cleanly. */
export async function beginHistory({ app, shop, clerk, owner, supplier }: Office, draw: (below: number) => number) {
  const customer = await customerOf(app, await companyMember(app));
  await clerk.post(`/crm/customers/${customer.documentId}/credit`, { creditTermsDays: 30, creditLimit: null });
  const told: Told[] = [];

  const pick = <T>(from: readonly T[]): T | undefined => from[draw(from.length)];
  const today = () => app.platform.clock.today();
  const rowsOf = async (path: string, query = ''): Promise<Row[]> =>
    (
      await clerk.get(
        `${path}?filters[customer][documentId][$eq]=${customer.documentId}&pagination[pageSize]=100&sort=id${query}`,
      )
    ).body.data as Row[];
  const tell = (step: string, { status, body }: Answer): Answer => {
    told.push({ step, status, code: body.error?.details?.code });
    if (status >= 500) throw new Error(`${step}: ${status} ${JSON.stringify(body)}`);
    return { status, body };
  };
  const open = async () => (await rowsOf('/billing/invoices')).filter(({ state }) => state === 'open');
  const ordersIn = async (...states: string[]) =>
    (await rowsOf('/sales/orders', '&populate[lines]=true')).filter(({ state }) => states.includes(state));

  const shipmentsOf = async ({ documentId }: Row, ...states: string[]) =>
    (
      (
        await clerk.get(
          `/sales/shipments?filters[order][documentId][$eq]=${documentId}&pagination[pageSize]=100&sort=id`,
        )
      ).body.data as Row[]
    ).filter(({ state }) => states.includes(state));
  const move = async (shipment: Row, verb: string): Promise<void> =>
    void tell(`${verb} shipment`, await clerk.post(`/sales/shipments/${shipment.documentId}/${verb}`));

  /** Orders that somebody still has to do something about. */
  const waiting = () => ordersIn('placed', 'confirmed', 'fulfilling');

  async function pay(invoices: readonly Row[], parts: number, more: bigint): Promise<void> {
    const allocations = invoices.map((invoice) => {
      const due = BigInt(String(invoice.amountDue));
      const amount = parts === 1 ? due : due / BigInt(parts);
      // Three percent of what the invoice is before VAT, as a company would, where it pays the whole.
      const withheld = parts === 1 && draw(2) === 0 ? (BigInt(String(invoice.net)) * 3n) / 100n : 0n;
      const isWhole = due === BigInt(String(invoice.total));
      return {
        invoice: invoice.documentId,
        amount: String(isWhole ? amount - withheld : amount),
        withheld: String(isWhole ? withheld : 0n),
      };
    });
    const cash = allocations.reduce((all, one) => all + BigInt(one.amount), more);
    const body = {
      customer: customer.documentId,
      method: 'cash',
      amount: String(cash),
      receivedOn: today(),
      allocations,
    };
    const answer = tell(`pay ${parts} of ${invoices.length}`, await clerk.post('/billing/payments', body));
    if (answer.status < 400 || parts > 1) return;
    // The tax withheld was more than this document bears: then without.
    const plain = invoices.map(({ documentId, amountDue }) => ({ invoice: documentId, amount: String(amountDue) }));
    const amount = plain.reduce((all, one) => all + BigInt(one.amount), more);
    tell('pay without', await clerk.post('/billing/payments', { ...body, amount: String(amount), allocations: plain }));
  }

  async function deliver(order: Row, isWhole: boolean): Promise<void> {
    for (const verb of ['confirm', 'fulfil']) await clerk.post(`/sales/orders/${order.documentId}/${verb}`);
    const lines = (order.lines as { documentId: string; quantity: string; delivered: string }[]).filter(
      ({ quantity, delivered }) => Number(quantity) > Number(delivered),
    );
    const some = pick(lines);
    const url = `/sales/orders/${order.documentId}/deliver`;
    if (isWhole || !some) return void tell('deliver', await clerk.post(url));
    tell('deliver one', await clerk.post(url, { lines: [{ line: some.documentId, quantity: '1' }] }));
  }

  const steps: Record<string, () => Promise<void>> = {
    async order() {
      const lines = Array.from({ length: 1 + draw(3) }, () =>
        pick([
          { product: shop.camera, quantity: String(1 + draw(5)), discount: String(draw(3) * 777) },
          { product: shop.cable, quantity: String(1 + draw(9)) + pick(['', '.5']) },
          { product: shop.care, quantity: String(1 + draw(2)) },
          { description: 'ติดตั้ง', quantity: '1', unitPrice: String(100_001 + draw(99_999)), incomeKind: 'service' },
          { description: 'หนังสือ', kind: 'goods', quantity: '2', unitPrice: '33333', taxCategory: 'exempt' },
        ]),
      );
      tell('order', await clerk.post('/sales/orders', { customer: customer.documentId, lines }));
    },
    async amend() {
      const order = pick(await waiting());
      if (!order) return;
      // A line less or gone, a line more, something new: of one order, before its payment or after it.
      const lines = (order.lines as { documentId: string; quantity: string; delivered: string }[])
        .filter(() => draw(2) === 0)
        .map(({ documentId, quantity, delivered }) => ({
          line: documentId,
          quantity: pick(['0', delivered, String(Number(quantity) + 1), String(Math.max(1, Number(quantity) - 1))]),
        }));
      const add = [
        { product: shop.camera, quantity: String(1 + draw(2)) },
        { product: shop.cable, quantity: '1.5' },
        { product: shop.care, quantity: '1' },
      ].filter(() => draw(4) === 0);
      if (lines.length + add.length === 0) return;
      const body = { reason: 'ลูกค้าขอ', lines, add };
      const url = `/sales/orders/${order.documentId}/amend`;
      const shown = await clerk.post(`${url}/preview`, body);
      const done = tell('amend', await clerk.post(url, body));
      if (shown.status !== done.status || shown.body.data?.total !== (done.body.data as Row | undefined)?.total) {
        throw new Error(`the preview said ${shown.status} ${JSON.stringify(shown.body)}`);
      }
    },
    async deliver() {
      const order = pick(await waiting());
      if (order) await deliver(order, draw(2) === 0);
    },
    async shipment() {
      const order = pick(await ordersIn('confirmed', 'fulfilling'));
      if (!order) return;
      const shipment = pick(await shipmentsOf(order, 'planned', 'shipped'));
      if (shipment) {
        return move(shipment, shipment.state === 'shipped' ? 'deliver' : (pick(['ship', 'ship', 'cancel']) ?? 'ship'));
      }
      const left = (order.lines as { documentId: string; kind: string; quantity: string; delivered: string }[]).filter(
        ({ kind, quantity, delivered }) => kind === 'goods' && Number(quantity) > Number(delivered),
      );
      const some = left.filter(() => draw(2) === 0).map(({ documentId }) => ({ line: documentId, quantity: '1' }));
      const body = some.length > 0 ? { lines: some } : {};
      tell('plan shipment', await clerk.post(`/sales/orders/${order.documentId}/shipments`, body));
    },
    async restock() {
      const lines = [{ product: shop.camera, quantity: String(5 + draw(10)) }];
      const number = `A017-0-${draw(1_000_000)}`;
      const papers = {
        ...{ declarationNumber: number, declaredOn: today(), supplierInvoice: number },
        ...{ cif: '100000', duty: '0', importVat: '7000' },
      };
      tell('restock', await clerk.post('/sales/goods-receipts', { supplier, lines, ...papers }));
    },
    async pay() {
      const invoices = await open();
      const chosen = invoices.filter(() => draw(2) === 0);
      if (chosen.length > 0) await pay(chosen, pick([1, 1, 2, 3]) ?? 1, BigInt(draw(2) * draw(50_000)));
    },
    async 'reverse payment'() {
      const payment = pick((await rowsOf('/billing/payments')).filter(({ state }) => state === 'succeeded'));
      const url = `/billing/payments/${payment?.documentId}/reverse`;
      if (payment) tell('reverse', await clerk.post(url, { reason: 'เงินไม่เข้า' }));
    },
    async credit() {
      const invoice = pick((await rowsOf('/billing/invoices')).filter(({ state }) => /open|paid/.test(state)));
      if (!invoice) return;
      const url = `/billing/invoices/${invoice.documentId}`;
      const creditable = (await clerk.get(`${url}/creditable`)).body.data as {
        lines: { line: string; kind: string; left: string; leftQuantity: string }[];
      };
      const line = pick(creditable.lines.filter(({ left }) => BigInt(left) > 1n));
      if (!line) return;
      const amount = BigInt(line.left) / BigInt(1 + draw(3));
      const lines = [draw(2) ? { line: line.line, amount: String(amount) } : { line: line.line, quantity: '1' }];
      const cause = line.kind === 'goods' ? 'goods_returned' : 'service_short';
      tell('credit', await clerk.post(`${url}/credit-notes`, { lines, reason: 'ส่งผิด', cause }));
    },
    async 'cancel credit'() {
      const note = pick((await rowsOf('/billing/credit-notes')).filter(({ state }) => state === 'issued'));
      const url = `/billing/credit-notes/${note?.documentId}/cancel`;
      if (note) tell('cancel credit', await clerk.post(url, { reason: 'ออกผิด' }));
    },
    async debit() {
      const invoice = pick((await rowsOf('/billing/invoices')).filter(({ state }) => /open|paid/.test(state)));
      const [line] = invoice
        ? ((await clerk.get(`/billing/invoices/${invoice.documentId}/creditable`)).body.data.lines as {
            line: string;
          }[])
        : [];
      if (!invoice || !line) return;
      const lines = [{ line: line.line, amount: String(1_000 + draw(9_000)) }];
      const url = `/billing/invoices/${invoice.documentId}/debit-notes`;
      tell('debit', await clerk.post(url, { lines, reason: 'คิดขาด', cause: 'price_too_low' }));
    },
    async 'tax early'() {
      const invoice = pick(await open());
      const body = { invoice: invoice?.documentId, reason: 'ลูกค้าขอ' };
      if (invoice) tell('tax early', await clerk.post('/billing/tax-invoices', body));
    },
    async replace() {
      const paper = pick((await rowsOf('/billing/tax-invoices')).filter(({ state }) => state === 'issued'));
      const body = { reason: 'ชื่อผิด', buyer: { name: `บริษัท ใหม่ ${draw(1_000)} จำกัด` } };
      if (paper) tell('replace', await clerk.post(`/billing/tax-invoices/${paper.documentId}/replace`, body));
    },
    async refund() {
      const payment = pick((await rowsOf('/billing/payments')).filter(({ state }) => state === 'succeeded'));
      if (!payment) return;
      const body = { reason: 'โอนเกิน', account: { bank: 'KBANK', number: '123-4-56789-0', name: 'ผู้รับ' } };
      const asked = tell('refund', await clerk.post(`/billing/payments/${payment.documentId}/refund`, body));
      const refund = asked.body.data as Row | undefined;
      if (asked.status >= 400 || !refund) return;
      const url = `/billing/refunds/${refund.documentId}`;
      tell('send refund', await clerk.post(`${url}/send`, { reference: `RF ${refund.documentId}` }));
      tell('confirm refund', await clerk.post(`${url}/confirm`));
    },
    async 'use credit'() {
      tell('use credit', await clerk.post(`/billing/customers/${customer.documentId}/use-credit`, {}));
    },
    async cancel() {
      const order = pick(await waiting());
      const url = `/sales/orders/${order?.documentId}/cancel`;
      if (order) tell('cancel', await clerk.post(url, { reason: 'ลูกค้าเปลี่ยนใจ' }));
    },
    async void() {
      const invoice = pick(await open());
      if (invoice) tell('void', await clerk.post(`/billing/invoices/${invoice.documentId}/void`, { reason: 'ออกผิด' }));
    },
    async 'close month'() {
      const month = today().slice(0, 7);
      const last = new Date(`${month}-01T00:00:00Z`);
      last.setUTCMonth(last.getUTCMonth() - 1);
      const url = `/billing/tax-months/${last.toISOString().slice(0, 7)}/close`;
      tell('close month', await owner.post(url));
    },
    async days() {
      const days = draw(4) === 0 ? 20 + draw(20) : 1 + draw(14);
      tell('days', await owner.post('/platform/clock', { advance: `P${days}D` }));
    },
  };
  // Ordering, handing over and paying is what an office does most.
  const often = [
    ...Object.keys(steps),
    ...['order', 'order', 'deliver', 'deliver', 'shipment', 'shipment', 'pay', 'pay', 'pay', 'credit', 'amend'],
  ];

  return {
    customer,
    told,
    rowsOf,
    open,
    step: () => steps[pick(often) ?? 'days']?.(),
    /** Hands over and takes all that is left, so that nothing is waiting for its tax; why what still waits cannot be. */
    async finish(): Promise<string[]> {
      for (const order of await waiting()) {
        for (const shipment of await shipmentsOf(order, 'planned')) await move(shipment, 'cancel');
        for (const shipment of await shipmentsOf(order, 'shipped')) await move(shipment, 'deliver');
        await deliver(order, true);
      }
      const refusals: string[] = [];
      for (const { documentId, state } of await waiting()) {
        const { body } = await clerk.post(`/sales/orders/${documentId}/${state === 'placed' ? 'confirm' : 'deliver'}`);
        refusals.push(body.error?.details.code);
      }
      for (const invoice of await open()) await pay([invoice], 1, 0n);
      return refusals;
    },
  };
}
