import { isRefusal, Refusal } from '@sanya/strapi-plugin-platform/kernel';

/** For one of a list: a refusal names its field with the place before it. */
export function atField<T>(prefix: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!isRefusal(error) || error.field === undefined) throw error;
    const { code, status, params, field } = error;
    throw new Refusal({ code, status, params, field: `${prefix}${field}` });
  }
}

/** The only one of a list needs no place. */
export const placeIn =
  (list: readonly unknown[], name: string) =>
  (index: number): string =>
    list.length > 1 ? `${name}.${index}.` : '';
