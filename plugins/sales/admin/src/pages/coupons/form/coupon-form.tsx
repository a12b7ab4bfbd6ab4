import { FormPage, type FormPageSetup, Problems, useFormPage, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { CouponValues } from '../../../coupon-values';
import { CouponFields } from './coupon-fields';
import { ScopeFields } from './scope-fields';

export interface CouponFormProps extends FormPageSetup<CouponValues> {
  /** Slots that are taken; none of a new one. */
  used?: number;
}

/** One form for a new coupon and for one that is changed. */
export function CouponForm({ used = 0, ...page }: CouponFormProps) {
  const say = useSay('sales');
  const form = useFormPage(page, ({ code, name }) => {
    if (code.trim() === '') return { message: say('coupon.no_code'), field: 'code' };
    return name.trim() === '' ? { message: say('product.no_name'), field: 'name' } : undefined;
  });
  const { values, refused } = form;
  // What is refused may be about several fields at once: any correction takes the words away.
  const change = (part: Partial<CouponValues>): void => {
    form.change(part);
    form.refuse(undefined);
  };
  return (
    <FormPage title={page.title} from={page.from} form={form}>
      <Problems.Provider value={refused}>
        <CouponFields values={values} used={used} change={change} />
        <ScopeFields values={values} change={change} />
      </Problems.Provider>
    </FormPage>
  );
}
