import type { Params } from './client';
import { useListQuery } from './list-query';
import { type Reading, useApi } from './use-api';

export interface ListAsked {
  /** What the words that are searched for may stand in; one of it is enough. */
  search: (text: string) => readonly Params[];
  /** What narrows it besides; its `state` where the one in the address is derived. */
  filters?: Params;
  sort: string | string[];
  populate?: Params;
  fields?: readonly string[];
}

/** Narrowed to the state in the address. */
export const stateOf = (asked: (key: string) => string): Params =>
  asked('state') ? { state: { $eq: asked('state') } } : {};

/** Searched for anywhere in these attributes: `containing('number', 'customer.name')`. */
export const containing =
  (...paths: readonly string[]) =>
  (text: string): Params[] =>
    paths.map((path) => path.split('.').reduceRight<Params>((inner, key) => ({ [key]: inner }), { $containsi: text }));

/** A list of a staff door as its address asks for it: the words, the state, the page. */
export function useList<Row>(url: string | null, { search, filters, ...query }: ListAsked): Reading<Row[]> {
  const { page, asked } = useListQuery();
  const text = asked('q');
  return useApi<Row[]>(url, {
    ...query,
    filters: { ...stateOf(asked), ...(text ? { $or: search(text) } : {}), ...filters },
    pagination: { page },
  });
}
