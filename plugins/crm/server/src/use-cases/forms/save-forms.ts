import { notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { NewEvent, Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import { FORM } from '../../content-types/types';
import { changeForm, completeForm, type FormChange, type FormDraft, type FormFacts } from '../../domain/form';
import { type FormRow, formStore } from '../../stores/forms';

type Needs = Pick<Tools, 'platform'>;

const told = ({ code, name, purpose, state, fields }: FormFacts): Record<string, unknown> => ({
  ...{ code, name, purpose, state },
  fields: fields.map(({ key }) => key).join(', '),
});

export const createForms = ({ platform }: Needs, drafts: readonly FormDraft[]): Promise<Ref[]> =>
  platform.transaction(async () => {
    const forms = drafts.map((draft) => completeForm(draft));
    const refs = await formStore(platform).insert(forms);
    await platform.events.record(
      refs.map(
        (ref, index): NewEvent => ({
          name: 'form.created',
          subject: { type: FORM, ...ref },
          after: told(forms[index] as FormFacts),
        }),
      ),
    );
    return refs;
  });

/** What was submitted before keeps its questions as they were. */
export const changeForms = (
  { platform }: Needs,
  changes: readonly { id: number; change: FormChange }[],
): Promise<FormRow[]> =>
  platform.transaction(async () => {
    const store = formStore(platform);
    const forms = await store.byIds(
      changes.map(({ id }) => id),
      'wait',
    );
    const changed = changes.map(({ id, change }) => {
      const form = forms.find((one) => one.id === id);
      if (!form) throw notFound('form.unknown');
      return { form, facts: changeForm(form, change) };
    });
    await store.update(changed.map(({ form, facts }) => ({ id: form.id, ...facts })));
    await platform.events.record(
      changed.map(
        ({ form, facts }): NewEvent => ({
          name: 'form.changed',
          subject: { type: FORM, id: form.id, documentId: form.documentId },
          before: told(form),
          after: told(facts),
        }),
      ),
    );
    return changed.map(({ form, facts }) => ({ id: form.id, documentId: form.documentId, ...facts }));
  });
