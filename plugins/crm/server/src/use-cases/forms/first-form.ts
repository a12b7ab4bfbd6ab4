import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { completeForm, type FieldDraft } from '../../domain/form';
import { formStore } from '../../stores/forms';

const CODE = 'quote-request';
const FIELDS: readonly Omit<FieldDraft, 'label'>[] = [
  { key: 'name', kind: 'text', required: true },
  { key: 'company', kind: 'text' },
  { key: 'email', kind: 'email', required: true },
  { key: 'phone', kind: 'phone' },
  { key: 'products', kind: 'product' },
  { key: 'message', kind: 'long_text' },
];

/** A web site can ask for quotes from the beginning. What the office made of the form stays. */
export const beginWithOneForm = ({ platform }: Tools): Promise<void> =>
  platform.transaction(async () => {
    const store = formStore(platform);
    if ((await store.byCodes([CODE])).length > 0) return;
    const both = (code: string) => ({
      th: platform.messages.say('th', `form.first.${code}`),
      en: platform.messages.say('en', `form.first.${code}`),
    });
    const [name, thankYou] = [both('title'), both('thanks')];
    const form = completeForm({
      ...{ code: CODE, name: name.th, purpose: 'quote_request', thankYou: thankYou.th },
      fields: FIELDS.map((field) => ({ ...field, label: both(field.key) })),
      translations: { en: { name: name.en, thankYou: thankYou.en } },
    });
    // Another instance that starts at the same moment may be quicker.
    await store.insert([form], 'ignore');
  });
