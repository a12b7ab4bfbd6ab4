import { formatMoney, formatQuantity } from '@sanya/strapi-plugin-platform/kernel';
import type { ContractLineFacts } from './contract';

/** What is promised in one line, as people tell it. */
export interface Promised {
  description: string;
  /** Decimal text. */
  quantity: string;
  unitPrice: bigint;
}

export const promisedIn = ({
  description,
  quantity,
  unitPrice,
}: Pick<ContractLineFacts, 'description' | 'quantity' | 'unitPrice'>): Promised => ({
  ...{ description, unitPrice },
  quantity: formatQuantity(quantity),
});

const nameOf = ({ description, quantity }: Promised): string =>
  quantity === '1' ? description : `${description} × ${quantity}`;

/** What was promised and what is, told apart: by the price where all else is the same. */
export function namesOf(
  before: readonly Promised[],
  after: readonly Promised[],
  currency: string,
): { before: string; after: string } {
  const named = (all: readonly Promised[], say: (one: Promised) => string): string => all.map(say).join(', ');
  const names = { before: named(before, nameOf), after: named(after, nameOf) };
  if (names.before !== names.after) return names;
  const priced = (one: Promised): string => `${nameOf(one)} (${formatMoney(one.unitPrice, currency)})`;
  return { before: named(before, priced), after: named(after, priced) };
}
