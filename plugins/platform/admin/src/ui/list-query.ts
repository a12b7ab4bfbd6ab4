import { useSearchParams } from 'react-router-dom';

export interface ListQuery {
  page: string;
  /** Something is searched for or filtered by. */
  narrowed: boolean;
  /** What the address says of a key; empty where it says nothing. */
  asked: (key: string) => string;
  /** Empty takes the key away. Whatever is changed, the list begins at its first page. */
  change: (key: string, value: string) => void;
}

/** Keys that take no row away. */
const ORDERING = ['page', 'sort'];

/** What a list shows, kept in the address, so that it can be kept and passed on. */
export function useListQuery(): ListQuery {
  const [query, setQuery] = useSearchParams();
  const asked = (key: string): string => query.get(key) ?? '';
  const change = (key: string, value: string): void =>
    setQuery((before) => {
      const after = new URLSearchParams(before);
      after.delete('page');
      if (value === '') after.delete(key);
      else after.set(key, value);
      return after;
    });
  const narrowed = [...query.keys()].some((key) => !ORDERING.includes(key));
  return { page: asked('page') || '1', narrowed, asked, change };
}
