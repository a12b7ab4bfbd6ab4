import type { RoleCode } from '@sanya/strapi-plugin-platform/kit';
import { OWNER } from './browser';
import type { ServerProcess } from './server-process';
import { siteAt } from './site';

const CONTENT = '/content-manager/collection-types';

export interface Office {
  post<T = { documentId: string }>(url: string, body: object): Promise<T>;
  put<T = { documentId: string }>(url: string, body: object): Promise<T>;
  get<T = { documentId: string }>(url: string): Promise<T>;
  /** A member of staff with that role, who may sign in. */
  colleague(role: RoleCode): Promise<{ email: string; password: string }>;
  /** A product with one price of today in satang; its document id. */
  product(name: string, unitPrice: number, more?: object): Promise<string>;
}

/** The owner at the staff doors of a running site, to fill it before its pages are looked at. */
export async function signInOffice(server: ServerProcess): Promise<Office> {
  const ask = siteAt(server.url);
  const login = await ask<{ data: { token: string } }>('POST', '/admin/login', {
    email: OWNER.email,
    password: OWNER.password,
  });
  const call = async <T>(method: string, url: string, body?: object): Promise<T> =>
    (await ask<{ data: T }>(method, url, body, login.data.token)).data;
  const post = <T>(url: string, body: object): Promise<T> => call<T>('POST', url, body);
  return {
    post,
    put: (url, body) => call('PUT', url, body),
    get: (url) => call('GET', url),
    async colleague(role) {
      const roles = await call<{ id: number; code: string }[]>('GET', '/admin/roles');
      const who = { email: `${role}@staff.example.com`, password: OWNER.password };
      const names = { firstname: role, lastname: 'Example' };
      const { registrationToken } = await post<{ registrationToken: string }>('/admin/users', {
        ...names,
        email: who.email,
        roles: roles.filter(({ code }) => code === `sanya-${role}`).map(({ id }) => id),
      });
      await post('/admin/register', { registrationToken, userInfo: { ...names, password: who.password } });
      return who;
    },
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
