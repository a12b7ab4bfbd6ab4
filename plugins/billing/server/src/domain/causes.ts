import { broken } from '@sanya/strapi-plugin-platform/kernel';

/** Lawful causes of a credit note: Revenue Code s.82/10; what the law does not name is `other` with its reason. */
export const CREDIT_CAUSES = [
  'goods_returned',
  'goods_faulty',
  'goods_short',
  'price_wrong',
  'service_short',
  'service_not_rendered',
  'contract_ended',
  'advance_returned',
  'other',
] as const;

/** Lawful causes of a debit note: s.82/9. More goods are a new invoice. */
export const DEBIT_CAUSES = ['price_too_low', 'service_more', 'other'] as const;

export type LineKind = 'goods' | 'service';

/** Causes that the law knows of one kind alone. */
const ONLY: ReadonlyMap<string, LineKind> = new Map([
  ['goods_returned', 'goods'],
  ['goods_faulty', 'goods'],
  ['goods_short', 'goods'],
  ['service_short', 'service'],
  ['service_not_rendered', 'service'],
  ['service_more', 'service'],
]);

/** The causes that a note on lines of these kinds may name. */
export const lawfulCauses = <C extends string>(causes: readonly C[], kinds: readonly LineKind[]): C[] =>
  causes.filter((cause) => {
    const only = ONLY.get(cause);
    return only === undefined || kinds.includes(only);
  });

/** Refuses a cause of goods where only services are corrected, and the other way round. */
export function refuseUnlawful(cause: string, causes: readonly string[], kinds: readonly LineKind[]): void {
  const lawful = lawfulCauses(causes, kinds);
  if (!causes.includes(cause) || lawful.includes(cause)) return;
  throw broken(`note.cause_of_${ONLY.get(cause)}`, { field: 'cause', params: { cause, lawful: lawful.join(', ') } });
}
