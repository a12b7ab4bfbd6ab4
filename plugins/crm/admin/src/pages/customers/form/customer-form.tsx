import type { ReactNode } from 'react';
import { FormPage, type FormPageSetup, useFormPage, useSay } from '@sanya/strapi-plugin-platform/ui';
import { type CustomerValues, unreadable } from '../../../customer-values';
import { CustomerFields } from './customer-fields';
import { DuplicateWarning, useDuplicates } from './duplicates';

export interface CustomerFormProps extends FormPageSetup<CustomerValues> {
  /** Document id of the customer that is changed. */
  own?: string;
  children?: (save: () => void) => ReactNode;
}

/** Its error stands beside it, but a select is no input with a name. */
const UNNAMED = ['class'];

/** One form for a new customer and for one that is changed. */
export function CustomerForm({ own, children, ...page }: CustomerFormProps) {
  const say = useSay('crm');
  const isNew = own === undefined;
  const form = useFormPage(page, (values) => {
    const wrong = unreadable(values, isNew);
    return wrong && { message: say(wrong.key), field: wrong.field };
  });
  const { values, change, errorAt, save } = form;
  const duplicates = useDuplicates(values, page.before, own);

  return (
    <FormPage
      title={page.title}
      from={page.from}
      form={form}
      sentBefore={say('form.sent_before')}
      unnamed={UNNAMED}
      beside={children?.(save)}
    >
      <DuplicateWarning duplicates={duplicates} />
      <CustomerFields {...{ values, change, errorAt, isNew }} />
    </FormPage>
  );
}
