import type { Core } from '@strapi/types';
import { moneyParam, type MessageParams } from '@sanya/strapi-plugin-platform/kernel';
import type { NewApproval, Tools } from '@sanya/strapi-plugin-platform/kit';
import { ORDER } from '../content-types/types';
import { discountGiven } from '../domain/discount-given';
import type { OrderSource } from '../domain/order';
import type { LineDerivation, Sale, SoldLine } from '../domain/sale';
import type { OrderRow } from '../stores/orders';

interface Words {
  code: string;
  params?: MessageParams;
}

/** Something that somebody else has to grant before an order goes on. */
export interface OrderQuestion {
  kind: 'credit' | 'discount';
  /** Why, after the sentence that says which order. */
  words: Words[];
  /** What the first sentence says besides. */
  params: MessageParams;
  /** The first sentence itself, where a change is not asked about in that of its kind. */
  code?: string;
}

/** What sales asks of billing here. */
interface Credit {
  check(wishes: readonly { customer: number; amount: bigint }[]): Promise<{ words: Words[] }[]>;
}

const creditOf = (strapi: Core.Strapi) => strapi.plugin('billing').service('credit') as Credit;

/** Whether each of these can be sold on credit; the customers are locked, so that no two pass one limit together. */
export async function creditQuestions(
  { strapi }: Tools,
  wishes: readonly { customer: number; amount: bigint }[],
): Promise<OrderQuestion[][]> {
  const answers = await creditOf(strapi).check(wishes);
  return answers.map(({ words }): OrderQuestion[] => (words.length > 0 ? [{ kind: 'credit', words, params: {} }] : []));
}

/** What is charged below the list, in words, where whoever gives it goes beyond what is theirs to give. */
export async function discountBeyond(
  { platform }: Pick<Tools, 'platform'>,
  { currency, lines }: { currency: string; lines: readonly Pick<SoldLine, 'unitPrice' | 'quantity' | 'derivation'>[] },
): Promise<MessageParams | undefined> {
  const { list, charged, ratePpm } = discountGiven(lines);
  if (ratePpm === 0n || (await platform.approvals.mayAlone('discount', ratePpm))) return undefined;
  return {
    percent: String(Number(ratePpm) / 10_000),
    list: moneyParam(list, currency),
    charged: moneyParam(charged, currency),
  };
}

/** Lines as orders keep them; one that came from elsewhere does not say where its price is from. */
type KeptLine = Pick<SoldLine, 'unitPrice' | 'quantity'> & { derivation: unknown };

const explained = (lines: readonly KeptLine[]) =>
  lines.flatMap(({ unitPrice, quantity, derivation }) => {
    const known = derivation as Partial<LineDerivation> | null;
    return known?.price ? [{ unitPrice, quantity, derivation: { ...known, price: known.price } }] : [];
  });

/**
 * Whether a change of an order takes more off it than it had before, and more than is theirs to give: more of what is
 * cheaper does so, and less of what is not. What was agreed before is not asked about again.
 */
export async function discountGrown(
  tools: Pick<Tools, 'platform'>,
  currency: string,
  before: readonly KeptLine[],
  after: readonly KeptLine[],
): Promise<OrderQuestion[]> {
  const lines = explained(after);
  if (discountGiven(lines).ratePpm <= discountGiven(explained(before)).ratePpm) return [];
  const params = await discountBeyond(tools, { currency, lines });
  return params ? [{ kind: 'discount', words: [], params, code: 'approval.discount.grown_asked' }] : [];
}

/** Whether whoever enters these orders goes beyond the discounts that are theirs to give. */
export async function discountQuestions(
  tools: Tools,
  orders: readonly { source: OrderSource; sale: Sale }[],
): Promise<OrderQuestion[][]> {
  const questions: OrderQuestion[][] = [];
  for (const { source, sale } of orders) {
    const params = source === 'staff' ? await discountBeyond(tools, sale) : undefined;
    questions.push(params ? [{ kind: 'discount', words: [], params }] : []);
  }
  return questions;
}

/** Asks about an order that waits. */
export const orderApproval = (
  order: OrderRow,
  customerName: string,
  { kind, words, params }: OrderQuestion,
): NewApproval => {
  const name = order.number ?? '';
  const total = moneyParam(order.total, order.currency);
  return {
    kind,
    subject: { type: ORDER, id: order.id, documentId: order.documentId, name },
    customer: { id: order.customer, name: customerName },
    words: [
      {
        code: `approval.${kind}.asked`,
        params:
          kind === 'credit'
            ? { order: name, customer: customerName, total }
            : { ...params, order: name, customer: customerName },
      },
      ...words,
    ],
    amount: order.total,
    currency: order.currency,
    reason: order.note,
  };
};
