import { useMemo } from 'react';
import { deepEncodeQueryValues, getFetchClient, isFetchError, useNotification } from '@strapi/strapi/admin';
import { useLanguage, useSay } from './language';

export interface Answer<T> {
  data: T;
  meta: { pagination?: { page: number; pageSize: number; total: number; capped?: boolean } };
}

export type Params = Record<string, unknown>;

/** One key is one deed: a repeated request is answered, not done twice. */
export const freshKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** What went wrong, in the words of the refusal. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A refusal as a form needs it: the words, and where they belong. */
export interface Refused {
  message: string;
  code?: string;
  field?: string;
  /** What the words were filled with. */
  params?: Record<string, string | number>;
}

interface Details {
  code?: string;
  field?: string;
  params?: Record<string, string | number>;
  /** Strapi's own validation. */
  errors?: { path?: (string | number)[]; message?: string }[];
}

/** Our refusals name their field; Strapi's own validation names the path. */
export function refusalOf(error: unknown): Refused {
  const details = isFetchError(error) ? (error.response?.data.error.details as Details | undefined) : undefined;
  const [first] = details?.errors ?? [];
  const field = details?.field ?? first?.path?.join('.');
  return {
    message: first?.message ?? reasonOf(error),
    code: details?.code,
    field: field || undefined,
    params: details?.params,
  };
}

/** The staff doors, asked in the reader's language. A press of a button is a key, unless a form brings its own. */
export function useClient() {
  const language = useLanguage();
  return useMemo(() => {
    const { get, post, put, del } = getFetchClient();
    const headers = { 'Accept-Language': language };
    const once = (key = freshKey()) => ({ headers: { ...headers, 'Idempotency-Key': key } });
    return {
      // Strapi's client writes the query as it is: a name with & or # would end it.
      read: async <T>(url: string, params?: Params): Promise<Answer<T>> =>
        (await get<Answer<T>>(url, { params: deepEncodeQueryValues(params), headers })).data,
      send: async <T>(url: string, body: unknown = {}, key?: string): Promise<T> =>
        (await post<Answer<T>>(url, body, once(key))).data.data,
      change: async <T>(url: string, body: unknown, key?: string): Promise<T> =>
        (await put<Answer<T>>(url, body, once(key))).data.data,
      remove: async <T>(url: string): Promise<T> => (await del<Answer<T>>(url, once())).data.data,
      /** Sends one private file and gives its id. */
      upload: async (file: File): Promise<string> => {
        const body = new FormData();
        body.append('file', file);
        return (await post<Answer<{ id: string }>>('/platform/files', body, once())).data.data.id;
      },
      file: async (url: string, params?: Params): Promise<Blob> =>
        (await get<Blob>(url, { params, headers, responseType: 'blob' })).data,
    };
  }, [language]);
}

/** Says that something went well. */
export function useTell(): (message: string) => void {
  const { toggleNotification } = useNotification();
  return (message) => toggleNotification({ type: 'success', message });
}

/** Does something and says how it went, where need be in words that the answer decides; true when it went well. */
export function useDo(onDone?: () => void) {
  const { toggleNotification } = useNotification();
  const tell = useTell();
  const say = useSay('platform');
  return async (work: () => Promise<unknown>, done?: string | (() => string)): Promise<boolean> => {
    try {
      await work();
    } catch (error) {
      toggleNotification({ type: 'danger', message: reasonOf(error) });
      return false;
    }
    tell((typeof done === 'function' ? done() : done) ?? say('ui.done'));
    onDone?.();
    return true;
  };
}
