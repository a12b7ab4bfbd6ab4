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
