import { move, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { NewEvent, Tools } from '@sanya/strapi-plugin-platform/kit';
import { FORM } from '../../content-types/types';
import { formMachine } from '../../domain/form';
import { formStore } from '../../stores/forms';

const EVENT = { open: 'form.opened', close: 'form.closed' } as const;

/** A closed form is not there for visitors; what was sent before stays. */
export const moveForms = (
  { platform }: Pick<Tools, 'platform'>,
  verb: keyof typeof EVENT,
  ids: readonly number[],
): Promise<void> =>
  platform.transaction(async () => {
    const store = formStore(platform);
    const forms = await store.byIds(ids, 'wait');
    if (forms.length < new Set(ids).size) throw notFound('form.unknown');
    const moved = forms.map(({ id, state }) => ({ id, state: move(formMachine, state, verb) }));
    await store.update(moved);
    await platform.events.record(
      forms.map(
        (form, index): NewEvent => ({
          name: EVENT[verb],
          subject: { type: FORM, id: form.id, documentId: form.documentId },
          before: { state: form.state },
          after: { state: moved[index]?.state },
        }),
      ),
    );
  });
