import { isRefusal, Refusal } from '@sanya/strapi-plugin-platform/kernel';

/** Runs work; a refusal in it names its field as the caller knows it. */
export function renameField<T>(rename: (field: string) => string, work: () => T): T {
  const renamed = (error: unknown): never => {
    if (isRefusal(error) && error.field !== undefined) {
      const { code, status, params, field } = error;
      throw new Refusal({ code, status, params, field: rename(field) });
    }
    throw error;
  };
  try {
    const result = work();
    return result instanceof Promise ? (result.catch(renamed) as T) : result;
  } catch (error) {
    return renamed(error);
  }
}

/** For one of a list: its place stands before the field. */
export const atField = <T>(prefix: string, work: () => T): T => renameField((field) => `${prefix}${field}`, work);
