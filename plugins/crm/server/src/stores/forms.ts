import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { FORM } from '../content-types/types';
import type { FormFacts } from '../domain/form';

export type FormRow = Ref & FormFacts;

export const formStore = ({ rows }: Platform) => ({
  byIds: (ids: readonly number[], lock?: 'wait'): Promise<FormRow[]> => rows.byIds<FormRow>(FORM, ids, { lock }),

  byCodes: (codes: readonly string[]): Promise<FormRow[]> =>
    rows.find<FormRow>(FORM, (query, column) => void query.whereIn(column('code'), [...codes])),

  insert: (forms: readonly FormFacts[], conflict?: 'ignore'): Promise<Ref[]> =>
    rows.insert(
      FORM,
      forms.map((form) => ({ ...form })),
      { conflict },
    ),

  update: (forms: readonly ({ id: number } & Partial<FormFacts>)[]): Promise<number> =>
    rows.update(FORM, forms as readonly ({ id: number } & Record<string, unknown>)[]),
});
