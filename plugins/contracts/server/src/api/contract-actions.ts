import { badInput, notFound, parseQuantity } from '@sanya/strapi-plugin-platform/kernel';
import { type Call, defineAction, type Platform, rowId } from '@sanya/strapi-plugin-platform/kit';
import type { z } from 'zod';
import { CUSTOMER, INSTALLED_ITEM, INVOICE, PRODUCT, TAX_INVOICE } from '../content-types/types';
import { keepEntitlement } from '../domain/entitlement';
import { makeContracts, type NewLine } from '../use-cases/make-contracts';
import { makeFromInvoices } from '../use-cases/make-from-invoices';
import { makeFromTaxInvoices } from '../use-cases/make-from-tax-invoices';
import { contract } from './answers';
import { entitlementOf } from './entitlement-shapes';
import { contractInput, fromInvoiceInput } from './shapes';
import { contractView } from './views';

type Input = z.output<typeof contractInput>;
type Agreement = Pick<
  Input['lines'][number],
  'cycle' | 'billedIn' | 'alignment' | 'leadDays' | 'whileSuspended' | 'minimumMonths' | 'fee' | 'entitlements'
>;

const agreementOf = ({ cycle, minimumMonths, fee, entitlements = [], ...rest }: Agreement) => ({
  entitlements: entitlements.map((one) => keepEntitlement({ ...entitlementOf(one), from: null })),
  ...{ billedIn: rest.billedIn, alignment: rest.alignment, leadDays: rest.leadDays },
  ...{ whileSuspended: rest.whileSuspended, cycleUnit: cycle.unit, cycleCount: cycle.count },
  ...{ minimumMonths: minimumMonths ?? null, feeKind: fee?.kind ?? 'none', feeValue: fee?.value ?? 0n },
});

const renewalOf = (said: Input['renewal']) =>
  said && { autoRenew: said.auto, terms: said.table ?? null, term: said.firstTermFree ? 0 : 1 };

/** What is agreed about what a paper asks for. */
const termsOf = (input: z.output<typeof fromInvoiceInput>) => ({
  ...{ lines: input.lines, firstPeriodBilled: input.firstPeriodBilled },
  ...{ activation: input.activation ?? ('payment' as const), agreedStart: input.startsOn ?? null },
  ...{ termMonths: input.termMonths ?? null, noticeDays: input.noticeDays },
  ...{ billedTogether: input.billedTogether, note: input.note ?? null, draft: input.draft },
  agreement: agreementOf(input),
  renewal: renewalOf(input.renewal),
});

interface ProductRow {
  name: string;
  kind: 'goods' | 'service';
  unit: string | null;
  taxCategory: string;
  incomeKind: string | null;
}

/** The exact thing that a line is about: one of the customer's own. */
async function itemOf(platform: Platform, documentId: string, customer: number, field: string): Promise<number> {
  const id = await rowId(platform, INSTALLED_ITEM, documentId, 'contract.item_unknown', field);
  const [item] = await platform.rows.byIds<{ customer: number }>(INSTALLED_ITEM, [id], { fields: ['customer'] });
  if (item?.customer !== customer) throw notFound('contract.item_unknown', { field });
  return id;
}

/** A line as staff say it; what they leave open, the product says. */
export async function lineOf(
  platform: Platform,
  line: Input['lines'][number],
  { at, customer }: { at: string; customer: number },
): Promise<NewLine> {
  const { product: named, installedItem: item } = line;
  const product = named ? await rowId(platform, PRODUCT, named, 'contract.product_unknown', `${at}.product`) : null;
  const [row] = product === null ? [] : await platform.rows.byIds<ProductRow>(PRODUCT, [product]);
  const description = line.description ?? row?.name;
  if (!description) throw badInput('contract.line_says_nothing', { field: `${at}.description` });
  const quantity = parseQuantity(line.quantity);
  if (quantity === undefined) throw badInput('contract.quantity_not_positive', { field: `${at}.quantity` });
  return {
    ...{ product, orderLine: null, invoicePosition: null, description, details: line.details ?? null },
    installedItem: item ? await itemOf(platform, item, customer, `${at}.installedItem`) : null,
    ...{ kind: row?.kind ?? 'service', unit: line.unit ?? row?.unit ?? null, quantity },
    ...{ unitPrice: line.unitPrice, discount: line.discount ?? 0n },
    taxCategory: line.taxCategory ?? row?.taxCategory ?? 'standard',
    incomeKind: line.incomeKind === undefined ? (row?.incomeKind ?? null) : line.incomeKind,
    ...agreementOf(line),
  };
}

export const contractActions = [
  defineAction({
    name: 'createContract',
    summary: 'Make a contract; it begins at once where it waits for nothing',
    staff: { method: 'POST', path: '/contracts', permission: 'contract.edit' },
    input: contractInput,
    output: contract,
    status: 201,
    graphql: 'none',
    run: async (call: Call<Input>) => {
      const { platform, input } = call;
      const customer = await rowId(platform, CUSTOMER, input.customer, 'contract.customer_unknown', 'customer');
      const lines: NewLine[] = [];
      for (const [index, line] of input.lines.entries())
        lines.push(await lineOf(platform, line, { at: `lines.${index}`, customer }));
      const activation = input.activation ?? 'date';
      const [made] = await makeContracts(call, [
        {
          ...{ customer, order: null, invoice: null, firstPeriodBilled: false, activation },
          agreedStart: input.startsOn ?? (activation === 'date' ? platform.clock.today() : null),
          ...{ termMonths: input.termMonths ?? null, noticeDays: input.noticeDays },
          currency: await platform.currency.own(),
          ...{ pricesIncludeTax: input.pricesIncludeTax, billedTogether: input.billedTogether },
          ...{ poNumber: input.poNumber ?? null, note: input.note ?? null, draft: input.draft, lines },
          renewal: renewalOf(input.renewal),
        },
      ]);
      return contractView(platform, made?.id);
    },
  }),
  defineAction({
    name: 'createContractFromInvoice',
    summary: 'Make a contract of an invoice in one step: its customer, items and prices are pulled',
    subject: INVOICE,
    staff: { method: 'POST', path: '/contracts/from-invoice/:id', permission: 'contract.edit' },
    input: fromInvoiceInput,
    output: contract,
    status: 201,
    graphql: 'none',
    run: async (call) => {
      const { platform, input, subject } = call;
      const [made] = await makeFromInvoices(call, [{ ...termsOf(input), invoice: subject.id }]);
      return contractView(platform, made?.id);
    },
  }),
  defineAction({
    name: 'createContractFromTaxInvoice',
    summary: 'Make a contract of a tax invoice in one step: its customer, items and prices are pulled',
    subject: TAX_INVOICE,
    staff: { method: 'POST', path: '/contracts/from-tax-invoice/:id', permission: 'contract.edit' },
    input: fromInvoiceInput,
    output: contract,
    status: 201,
    graphql: 'none',
    run: async (call) => {
      const { platform, input, subject } = call;
      const [made] = await makeFromTaxInvoices(call, [{ ...termsOf(input), taxInvoice: subject.id }]);
      return contractView(platform, made?.id);
    },
  }),
] as const;
