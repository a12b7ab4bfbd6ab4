import { useMemo } from 'react';
import { getFetchClient, useNotification } from '@strapi/strapi/admin';
import { useLanguage, useSay } from './language';

export interface Answer<T> {
  data: T;
  meta: { pagination?: { page: number; pageSize: number; total: number; capped?: boolean } };
}

export type Params = Record<string, unknown>;

/** One press of a button is one key: a repeated request is answered, not done twice. */
const freshKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** What went wrong, in the words of the refusal. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The staff doors, asked in the reader's language. */
export function useClient() {
  const language = useLanguage();
  return useMemo(() => {
    const { get, post } = getFetchClient();
    const headers = { 'Accept-Language': language };
    return {
      read: async <T>(url: string, params?: Params): Promise<Answer<T>> =>
        (await get<Answer<T>>(url, { params, headers })).data,
      send: async <T>(url: string, body: unknown = {}): Promise<T> =>
        (await post<Answer<T>>(url, body, { headers: { ...headers, 'Idempotency-Key': freshKey() } })).data.data,
      file: async (url: string, params?: Params): Promise<Blob> =>
        (await get<Blob>(url, { params, headers, responseType: 'blob' })).data,
    };
  }, [language]);
}

/** Does something and says how it went; true when it went well. */
export function useDo() {
  const { toggleNotification } = useNotification();
  const say = useSay('platform');
  return async (work: () => Promise<unknown>, done?: string): Promise<boolean> => {
    try {
      await work();
      toggleNotification({ type: 'success', message: done ?? say('ui.done') });
      return true;
    } catch (error) {
      toggleNotification({ type: 'danger', message: reasonOf(error) });
      return false;
    }
  };
}
