import { ONE } from '@sanya/strapi-plugin-platform/kernel';
import type { Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import { contractsStore } from '../stores/contracts';
import { contractTermsStore } from '../stores/contract-terms';
import { type InvoicedLine, type SoldLine, type SoldOrder, type SoldPrice, soldStore } from '../stores/sold';
import { lockCustomers } from './lock-contracts';
import {
  type Agreement,
  agreementKey,
  agreementOf,
  type ContractTerms,
  type SaidTerms,
  termsOfFurtherPart,
  termsOfSold,
} from '../domain/contract-terms';
import { type KeptTiers, tiersOfSale } from '../domain/price-tiers';
import { trialOf } from '../domain/trial';
import { agreedOff } from '../domain/discount-phases';
import { makeContracts, type NewContract, type NewLine } from './make-contracts';

const cycleOf = ({ per }: SoldLine) => (per === 'one_time' ? 'month' : per);

/** @param all what else was sold: a quantity that reaches into further steps of its price stands in a line for each */
function termsOf(
  line: SoldLine,
  { all, price, said }: { all: readonly SoldLine[]; price: SoldPrice | undefined; said: readonly SaidTerms[] },
): ContractTerms {
  const terms = termsOfSold(line, said);
  if (price?.model !== 'graduated') return terms;
  const first = all.find((one) => one.order === line.order && one.product === line.product && one.price === line.price);
  return first === line ? terms : termsOfFurtherPart(terms);
}

/** The tiers of what was sold by tiers, by row id of the line. */
async function tiersOf(
  { platform }: Tools,
  lines: readonly SoldLine[],
  prices: ReadonlyMap<number, SoldPrice>,
): Promise<Map<number, KeptTiers>> {
  const groups = new Map<string, SoldLine[]>();
  for (const line of lines) {
    const key = `${line.order} ${line.product} ${line.price}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  const products = [...prices.values()].flatMap(({ model, product }) => (model === 'fixed' ? [] : (product ?? [])));
  const steps = products.length === 0 ? undefined : await soldStore(platform.rows).stepsOf([...new Set(products)]);
  const found = new Map<number, KeptTiers>();
  for (const group of steps ? groups.values() : []) {
    const price = prices.get(group[0]?.price ?? 0);
    if (!price || price.model === 'fixed') continue;
    const parts = group.map((line) => ({ ...line, tier: line.derivation?.price?.from }));
    const step = steps?.get(price.product ?? 0) ?? ONE;
    tiersOfSale(parts, { model: price.model, tiers: price.tiers ?? [], step }).forEach((tiers, index) => {
      const line = group[index];
      if (tiers && line) found.set(line.id, tiers);
    });
  }
  return found;
}

function lineOf(
  line: SoldLine,
  terms: ContractTerms,
  {
    minimum,
    invoiced,
    tiers,
  }: { minimum: number | null; invoiced: InvoicedLine | undefined; tiers: KeptTiers | undefined },
): NewLine {
  return {
    ...{ product: line.product, installedItem: null, orderLine: line.id, trialDays: trialOf(line)?.days ?? null },
    invoicePosition: invoiced?.position ?? null,
    ...{ description: line.description, details: line.details, kind: line.kind, unit: line.unit },
    ...{ quantity: line.quantity, unitPrice: line.unitPrice, ...agreedOff(line, 0), tiers },
    ...{ taxCategory: line.taxCategory, incomeKind: line.incomeKind },
    cycleUnit: cycleOf(line),
    // The order asks for the first period, whole and in advance.
    ...{ cycleCount: 1, billedIn: 'advance', alignment: 'anniversary' },
    ...{ leadDays: terms.leadDays, whileSuspended: terms.whileSuspended },
    ...{ minimumMonths: minimum, feeKind: terms.feeKind, feeValue: terms.feeValue },
    entitlements: terms.entitlements,
  };
}

interface Group {
  order: SoldOrder;
  invoice: number;
  agreed: Agreement;
  lines: NewLine[];
}

const contractOf = ({ order, invoice, agreed, lines }: Group): NewContract => ({
  ...{ customer: order.customer, order: order.id, invoice, firstPeriodBilled: true },
  ...{ activation: agreed.activation, agreedStart: null, termMonths: agreed.termMonths },
  ...{ noticeDays: agreed.noticeDays, currency: order.currency },
  ...{ pricesIncludeTax: order.pricesIncludeTax, billedTogether: false, poNumber: order.poNumber, note: null },
  ...{ draft: false, lines },
  renewal: { autoRenew: agreed.autoRenew, terms: agreed.renewalTable, term: 1 },
});

/**
 * What recurs in an order becomes a contract, in the transaction that paid or confirmed it; what stands on an invoice of
 * its own, or begins, lasts or goes on otherwise, a contract of its own. Each line once: whoever comes second finds it
 * promised.
 * @param invoices only what stands on these; all of the orders when absent
 */
async function makeFrom(tools: Tools, orders: readonly number[], invoices?: ReadonlySet<number>): Promise<Ref[]> {
  const { platform } = tools;
  const sold = soldStore(platform.rows);
  const found = await sold.orders(orders);
  const recurring = await sold.recurring(found.map(({ id }) => id));
  if (recurring.length === 0) return [];
  await lockCustomers(
    tools,
    found.map(({ customer }) => customer),
  );
  const store = contractsStore(platform.rows);
  const promised = await store.promised(recurring.map(({ id }) => id));
  const prices = await sold.prices(recurring.flatMap(({ price }) => price ?? []));
  const tiers = await tiersOf(tools, recurring, prices);
  const said = await contractTermsStore(platform.rows).ofProducts(recurring.flatMap(({ product }) => product ?? []));
  const wanted = recurring.flatMap((line) => {
    const order = found.find(({ id }) => id === line.order);
    const invoice = line.invoice ?? order?.invoice ?? null;
    if (!order || invoice === null || promised.has(line.id) || invoices?.has(invoice) === false) return [];
    return [{ order, invoice, line }];
  });
  const on = [...new Set(wanted.map(({ invoice }) => invoice))];
  const invoicedLines = await sold.invoiceLines(on);
  // Staff may have made a contract of the invoice itself.
  const standing = new Set((await store.promisedOn(on)).map(({ invoice, position }) => `${invoice} ${position}`));
  const groups = new Map<string, Group>();
  for (const { order, invoice, line } of wanted) {
    const invoiced = invoicedLines.find((one) => one.invoice === invoice && one.sourceLine === line.documentId);
    if (invoiced && standing.has(`${invoice} ${invoiced.position}`)) continue;
    const price = prices.get(line.price ?? 0);
    const terms = termsOf(line, { all: recurring, price, said });
    const agreed = agreementOf(terms, cycleOf(line));
    const key = `${order.id} ${invoice} ${agreementKey(agreed)}`;
    const group = groups.get(key) ?? { order, invoice, agreed, lines: [] };
    group.lines.push(
      lineOf(line, terms, { minimum: price?.minimumMonths ?? null, invoiced, tiers: tiers.get(line.id) }),
    );
    groups.set(key, group);
  }
  return makeContracts(tools, [...groups.values()].map(contractOf));
}

/** Of orders that stand on these invoices, which were paid just now. */
export async function makeFromPaid(tools: Tools, invoices: readonly number[]): Promise<Ref[]> {
  const orders = await soldStore(tools.platform.rows).ordersOn(invoices);
  return orders.length === 0 ? [] : makeFrom(tools, orders, new Set(invoices));
}

/** Of these orders, those whose customers pay later. */
async function paidLater(tools: Tools, orders: readonly SoldOrder[]): Promise<number[]> {
  const customers = await lockCustomers(
    tools,
    orders.map(({ customer }) => customer),
  );
  const later = new Set(customers.filter(({ creditTermsDays }) => creditTermsDays > 0).map(({ id }) => id));
  return orders.filter(({ customer }) => later.has(customer)).map(({ id }) => id);
}

/** Of these orders, those that ask for nothing now: nobody pays them. */
async function freeNow({ platform }: Tools, orders: readonly SoldOrder[]): Promise<number[]> {
  const invoices = await soldStore(platform.rows).invoices(orders.flatMap(({ invoice }) => invoice ?? []));
  const free = new Set(invoices.filter(({ state, total }) => state === 'paid' && total === 0n).map(({ id }) => id));
  return orders.filter(({ invoice }) => invoice !== null && free.has(invoice)).map(({ id }) => id);
}

/** Of orders that were confirmed: those whose customers pay later, or have nothing to pay yet, begin before they pay. */
export async function makeFromConfirmed(tools: Tools, orders: readonly number[]): Promise<Ref[]> {
  const found = await soldStore(tools.platform.rows).orders(orders);
  const ids = [...new Set([...(await paidLater(tools, found)), ...(await freeNow(tools, found))])];
  return ids.length === 0 ? [] : makeFrom(tools, ids);
}

/** Of what amending added to orders: where it stands on an invoice that is paid already, or may be paid later. */
export async function makeFromAmended(tools: Tools, orders: readonly number[]): Promise<Ref[]> {
  const sold = soldStore(tools.platform.rows);
  const confirmed = (await sold.orders(orders)).filter(({ state }) => state !== 'placed');
  const recurring = await sold.recurring(confirmed.map(({ id }) => id));
  if (recurring.length === 0) return [];
  const later = new Set(await paidLater(tools, confirmed));
  const now = later.size === 0 ? [] : await makeFrom(tools, [...later]);
  const rest = recurring.filter(({ order }) => !later.has(order));
  const paid = (await sold.invoices([...new Set(rest.flatMap(({ invoice }) => invoice ?? []))])).filter(
    ({ state }) => state === 'paid',
  );
  if (paid.length === 0) return now;
  const orderIds = [...new Set(rest.map(({ order }) => order))];
  return [...now, ...(await makeFrom(tools, orderIds, new Set(paid.map(({ id }) => id))))];
}
