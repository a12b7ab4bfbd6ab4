import type { Ref } from '../faces';
import { deliver } from './fulfilment';
import { asStaff, type Scene, type Story } from './scene';

/** Money that staff record: whole invoices, less what their payer withholds. Nothing where none is open any more. */
export async function receive(
  scene: Scene,
  customer: number,
  invoices: readonly number[],
  method: string,
  part?: bigint,
) {
  const { faces } = scene;
  const dues = await faces.payments.dues(invoices);
  if (dues.length === 0) return undefined;
  const allocations = dues.map(({ invoice, amountDue, withheld }) => ({
    invoice,
    cash: part ?? amountDue - withheld,
    withheld: part === undefined ? withheld : 0n,
  }));
  const amount = allocations.reduce((total, one) => total + one.cash, 0n);
  const bank = method === 'bank_transfer' ? { bank: 'กสิกรไทย', reference: scene.reference() } : {};
  const receivedOn = faces.clock.today();
  const { payments } = await asStaff(scene, 'sanya-billing', () =>
    faces.payments.record([{ customer, method, amount, currency: 'THB', receivedOn, allocations, ...bank }]),
  );
  return payments[0];
}

/** Invoices that are owed by today, narrowed by what they have; not what is offered for later. */
export const dueInvoices = (
  { faces }: Scene,
  narrowed: Record<string, string>,
): Promise<(Ref & { customer: number })[]> =>
  faces.rows.find('plugin::billing.invoice', (query, column) => {
    query.where(column('state'), 'open').where(column('dueDate'), '<=', faces.clock.today());
    for (const [attribute, value] of Object.entries(narrowed)) query.where(column(attribute), value);
  });

/** Pays at the counter or by transfer before anything is handed over. */
export function payAhead(story: Story): void {
  const { random, after, customer, placed } = story;
  const method = random.percent(60) ? 'bank_transfer' : 'cash';
  after(random.whole(0, 4), 'sanya-billing', async () => {
    await receive(story, customer.id, [placed.invoice.id], method);
    deliver(story, 1);
  });
}

/** On credit terms: handed over first, paid about the due day, all that is owed in one transfer. Some pay late or never. */
export function payOnTerms(story: Story): void {
  const { faces, random, after, customer, placed, owed } = story;
  after(1, 'sanya-sales-lead', async () => {
    await faces.orders.confirm([placed.order.id]);
    deliver(story, 1);
  });
  if (random.percent(15)) return;
  owed.set(customer.id, [...(owed.get(customer.id) ?? []), placed.invoice.id]);
  after(random.whole(26, 38), 'sanya-billing', async () => {
    const waiting = owed.get(customer.id) ?? [];
    owed.set(customer.id, []);
    await receive(story, customer.id, waiting, 'bank_transfer');
  });
}

/** A part now, the rest is still open. */
export function payPart(story: Story): void {
  const { after, customer, placed } = story;
  after(2, 'sanya-billing', async () => {
    await receive(story, customer.id, [placed.invoice.id], 'bank_transfer', placed.invoice.total / 2n);
  });
}

/** Too much is paid; what is over settles part of the next invoice. */
export function payTooMuch(story: Story): void {
  const { faces, after, customer, placed, reference } = story;
  after(2, 'sanya-billing', async () => {
    const amount = placed.invoice.total + 50_000n;
    const receivedOn = faces.clock.today();
    const money = { customer: customer.id, method: 'bank_transfer', amount, currency: 'THB', receivedOn };
    await faces.payments.record([{ ...money, bank: 'กรุงไทย', reference: reference() }]);
    deliver(story, 1);
  });
}
