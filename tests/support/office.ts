import type { Page } from 'playwright-core';
import { OWNER } from './browser';
import type { ServerProcess } from './server-process';

const CONTENT = '/content-manager/collection-types';

export interface Office {
  post<T = { documentId: string }>(url: string, body: object): Promise<T>;
  put<T = { documentId: string }>(url: string, body: object): Promise<T>;
  get<T = { documentId: string }>(url: string): Promise<T>;
  /** A product with one price of today in satang; its document id. */
  product(name: string, unitPrice: number, more?: object): Promise<string>;
}

/** The owner at the staff doors of a running site, to fill it before its pages are looked at. */
export async function signInOffice(server: ServerProcess): Promise<Office> {
  async function call<T>(method: string, url: string, body?: object, token?: string): Promise<T> {
    const answer = await fetch(`${server.url}${url}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const json = (await answer.json()) as { data: T };
    if (answer.status >= 400) throw new Error(`${method} ${url}: ${answer.status} ${JSON.stringify(json)}`);
    return json.data;
  }
  const { token } = await call<{ token: string }>('POST', '/admin/login', {
    email: OWNER.email,
    password: OWNER.password,
  });
  const post = <T>(url: string, body: object): Promise<T> => call<T>('POST', url, body, token);
  return {
    post,
    put: (url, body) => call('PUT', url, body, token),
    get: (url) => call('GET', url, undefined, token),
    async product(name, unitPrice, more = {}) {
      const { documentId } = await post<{ documentId: string }>(`${CONTENT}/plugin::sales.product`, {
        name,
        kind: 'service',
        unit: 'งาน',
        incomeKind: 'service',
        quantityStep: '1000',
        taxCategory: 'standard',
        state: 'active',
        ...more,
      });
      await post(`${CONTENT}/plugin::sales.price`, {
        product: { connect: [{ documentId }] },
        unitPrice: String(unitPrice),
        currency: 'THB',
        per: 'one_time',
        includesTax: false,
      });
      return documentId;
    },
  };
}

/** A page that is wider than its window makes the reader push it about. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('html, body, main, #main-content')).reduce(
      (most, { scrollWidth, clientWidth }) => Math.max(most, scrollWidth - clientWidth),
      0,
    ),
  );
