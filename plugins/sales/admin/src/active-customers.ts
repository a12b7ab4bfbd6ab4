const SEARCHED = ['name', 'nameEn', 'code', 'taxId', 'phone', 'email'];

/** Asks for customers who can buy, by whatever is known of them. */
export const activeCustomers = (text: string) => ({
  filters: {
    $and: [{ state: 'active' }, { $or: SEARCHED.map((key) => ({ [key]: { $containsi: text } })) }],
  },
  sort: 'name:asc',
});
