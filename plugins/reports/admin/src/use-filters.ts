import { useSearchParams } from 'react-router-dom';

const FILTERS = ['from', 'to', 'branch', 'customer', 'by', 'compare'] as const;
export type Filter = (typeof FILTERS)[number];
export type Asked = Partial<Record<Filter, string>>;

/** What a report is narrowed by, kept in the address: it can be sent to somebody, and back leads back. */
export function useFilters() {
  const [query, setQuery] = useSearchParams();
  const asked: Asked = Object.fromEntries(
    FILTERS.flatMap((key) => {
      const value = query.get(key);
      return value ? [[key, value]] : [];
    }),
  );
  const change = (changes: Asked): void =>
    setQuery((before) => {
      const after = new URLSearchParams(before);
      after.delete('page');
      for (const [key, value] of Object.entries(changes)) {
        if (value) after.set(key, value);
        else after.delete(key);
      }
      return after;
    });
  return { asked, page: query.get('page') ?? '1', change };
}
