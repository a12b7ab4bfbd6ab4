import { badInput } from '@sanya/strapi-plugin-platform/kernel';
import type { Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER, CUSTOMER_CLASS, PRODUCT } from '../content-types/types';
import type { CouponScope } from '../domain/coupon';

/** A scope as somebody names it: document ids, and groups by name. What is not named stays. */
export interface ScopeWish {
  products?: readonly string[];
  groups?: readonly string[];
  customers?: readonly string[];
  classes?: readonly string[];
}

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];

/** The row ids behind the scopes of a list, each list of ids in one statement; refuses what is not there. */
export async function resolveScopes(
  { platform }: Pick<Tools, 'platform'>,
  wishes: readonly (ScopeWish | undefined)[],
  prefix: (index: number) => string,
): Promise<Partial<CouponScope>[]> {
  const find = async (uid: string, key: 'products' | 'customers' | 'classes'): Promise<Map<string, number>> => {
    const named = unique(wishes.flatMap((wish) => wish?.[key] ?? []));
    const found: Ref[] = named.length === 0 ? [] : await platform.rows.byDocumentIds(uid, named, { fields: [] });
    return new Map(found.map((row) => [row.documentId, row.id]));
  };
  const known = {
    products: await find(PRODUCT, 'products'),
    customers: await find(CUSTOMER, 'customers'),
    classes: await find(CUSTOMER_CLASS, 'classes'),
  };
  return wishes.map((wish, at) => {
    const idsOf = (key: keyof typeof known): Partial<CouponScope> => {
      const named = wish?.[key];
      if (named === undefined) return {};
      const ids = named.map((documentId, index) => {
        const id = known[key].get(documentId);
        if (id === undefined) {
          throw badInput(`coupon.no_such_${key}`, { field: `${prefix(at)}scope.${key}.${index}` });
        }
        return id;
      });
      return { [key]: unique(ids) };
    };
    return {
      ...idsOf('products'),
      ...idsOf('customers'),
      ...idsOf('classes'),
      ...(wish?.groups === undefined ? {} : { groups: unique(wish.groups) }),
    };
  });
}
