import type { Params } from './client';
import { useListQuery } from './list-query';
import { type Reading, useApi } from './use-api';
import { stateOf } from './use-list';

export interface Narrowed {
  /** With a `state` of its own where the one in the address is derived. */
  filters?: Params;
  sort: string | string[];
  populate?: Params;
}

type Numbered = { customer?: { name: string } | null };

/**
 * A list of numbered documents of customers. What is searched for begins a number; where no number begins so, it stands
 * in the name of a customer. One after the other, since each alone is read by an index and both at once by none.
 */
export function useDocuments<Row extends Numbered>(url: string, { filters, ...query }: Narrowed): Reading<Row[]> {
  const { page, asked } = useListQuery();
  const [search, customer] = [asked('q'), asked('customer')];
  const all: Params[] = [
    { ...stateOf(asked), ...filters },
    ...(customer ? [{ customer: { documentId: { $eq: customer } } }] : []),
  ];
  const read = (also: readonly Params[]) => ({
    ...query,
    filters: { $and: [...all, ...also] },
    pagination: { page },
  });
  const spellings = [...new Set([search, search.toUpperCase()])];
  const numbered = { $or: spellings.map((text) => ({ number: { $startsWith: text } })) };
  const byNumber = useApi<Row[]>(url, read(search ? [numbered] : []));
  const none = search !== '' && !byNumber.loading && byNumber.data?.length === 0;
  const byName = useApi<Row[]>(none ? url : null, read([{ customer: { name: { $containsi: search } } }]));
  return none ? byName : byNumber;
}
