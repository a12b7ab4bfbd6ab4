import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { badInput, type Language } from '@sanya/strapi-plugin-platform/kernel';
import type { CustomerDefaults, CustomerDraft } from '../domain/customer';
import { customerStore } from '../stores/customers';

/** What a customer has who says nothing: the language and the currency of the company, the terms of the class. */
export async function customerDefaults(
  platform: Platform,
  drafts: readonly Pick<CustomerDraft, 'class'>[],
): Promise<(draft: Pick<CustomerDraft, 'class'>) => CustomerDefaults> {
  const classes = [...new Set(drafts.flatMap((draft) => (draft.class ? [draft.class] : [])))];
  const terms = await customerStore(platform).termsOfClasses(classes);
  const { language } = await platform.settings.read<{ language: Language }>('plugin::platform.setting');
  const currency = await platform.currency.own();
  return (draft) => {
    const termsDays = draft.class ? terms.get(draft.class) : 0;
    if (termsDays === undefined) throw badInput('customer_class.unknown', { field: 'class' });
    return { language, currency, termsDays };
  };
}
