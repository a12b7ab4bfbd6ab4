/** `order.customer` of customer 7 as Strapi filters: `{ order: { customer: { id: 7 } } }`; '' is the customer itself. */
export function ownerFilter(path: string, customerId: number): Record<string, unknown> {
  return path
    .split('.')
    .filter(Boolean)
    .reduceRight<Record<string, unknown>>((inner, part) => ({ [part]: inner }), { id: { $eq: customerId } });
}
