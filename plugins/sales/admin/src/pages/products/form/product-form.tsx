import { FormPage, type FormPageSetup, useFormPage, useSay } from '@sanya/strapi-plugin-platform/ui';
import { type ProductValues, unreadable } from '../../../product-values';
import { ProductFields } from './product-fields';

export interface ProductFormProps extends FormPageSetup<ProductValues> {
  isNew: boolean;
}

/** One form for a new product and for one that is changed. */
export function ProductForm({ isNew, ...page }: ProductFormProps) {
  const say = useSay('sales');
  const form = useFormPage(page, (values) => {
    const wrong = unreadable(values);
    return wrong && { message: say(wrong.key), field: wrong.field };
  });
  const { values, change, errorAt } = form;
  return (
    <FormPage title={page.title} from={page.from} form={form} sentBefore={say('product.sent_before')}>
      <ProductFields {...{ values, isNew, change, errorAt }} />
    </FormPage>
  );
}
