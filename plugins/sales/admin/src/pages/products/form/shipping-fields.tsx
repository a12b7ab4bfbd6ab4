import { CheckField, FieldCell, Fields, Panel, TextField, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { ProductValues } from '../../../product-values';

type Key = 'weightGrams' | 'hsCode' | 'originCountry';

interface ShippingFieldsProps {
  values: ProductValues;
  change: (part: Partial<ProductValues>, field: string) => void;
  errorAt: (field: string) => string | undefined;
}

/** What is known of goods when they leave: their weight, whether somebody looks at them first, and what the customs ask. */
export function ShippingFields({ values, change, errorAt }: ShippingFieldsProps) {
  const say = useSay('sales');
  const text = (name: Key) => ({
    ...{ name, value: values[name], error: errorAt(name) },
    onChange: (typed: string) => change({ [name]: typed }, name),
  });
  return (
    <Panel title={say('product.shipping')}>
      <Fields>
        <FieldCell width={3}>
          <TextField
            {...text('weightGrams')}
            label={say('field.weight')}
            hint={say('product.weight_hint')}
            inputMode="numeric"
            unit={say('product.grams')}
          />
        </FieldCell>
        <FieldCell width={3}>
          <TextField {...text('hsCode')} label={say('field.hs_code')} hint={say('product.hs_hint')} maxLength={12} />
        </FieldCell>
        <FieldCell width={3}>
          <TextField
            {...text('originCountry')}
            label={say('field.origin')}
            hint={say('product.origin_hint')}
            maxLength={2}
          />
        </FieldCell>
        <FieldCell width={12}>
          <CheckField
            name="checkBeforeShipping"
            label={say('field.check_before')}
            hint={say('product.check_hint')}
            error={errorAt('checkBeforeShipping')}
            checked={values.checkBeforeShipping}
            onChange={(checkBeforeShipping) => change({ checkBeforeShipping }, 'checkBeforeShipping')}
          />
        </FieldCell>
      </Fields>
    </Panel>
  );
}
