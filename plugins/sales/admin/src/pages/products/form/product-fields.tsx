import { Flex } from '@strapi/design-system';
import {
  CheckField,
  ChoiceField,
  FieldCell,
  Fields,
  type FormFields,
  LongTextField,
  Panel,
  TextField,
  textFields,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import type { ProductValues } from '../../../product-values';
import { useChoices } from '../use-choices';
import { ComponentFields } from './component-fields';
import { GroupField } from './group-field';
import { OptionFields } from './option-fields';
import { PriceFields } from './price-fields';
import { ShippingFields } from './shipping-fields';
import { TaxFields } from './tax-fields';

export interface ProductFieldsProps extends FormFields<ProductValues> {
  isNew: boolean;
}

/** All that is said of a product: what it is, why to buy it, what it costs, how it is billed. */
export function ProductFields({ values, isNew, change, errorAt }: ProductFieldsProps) {
  const say = useSay('sales');
  const choices = useChoices();
  const text = textFields({ values, change, errorAt });

  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Panel title={say('product.what')}>
        <Fields>
          <FieldCell width={6}>
            <TextField {...text('name')} required autoFocus={isNew} label={say('field.name')} maxLength={200} />
          </FieldCell>
          <FieldCell width={6}>
            <TextField {...text('nameEn')} label={say('field.name_en')} maxLength={200} />
          </FieldCell>
          <FieldCell width={3}>
            <ChoiceField
              {...text('kind')}
              required
              label={say('field.kind')}
              choices={[
                ['goods', say('product_kind.goods')],
                ['service', say('product_kind.service')],
              ]}
            />
          </FieldCell>
          <FieldCell width={6}>
            <GroupField
              {...text('group')}
              label={say('field.group')}
              hint={say('product.group_hint')}
              groups={choices?.groups ?? []}
            />
          </FieldCell>
          <FieldCell width={3}>
            <TextField {...text('sku')} label={say('field.sku')} maxLength={60} />
          </FieldCell>
          <FieldCell width={3}>
            <TextField {...text('unit')} required label={say('field.unit')} maxLength={40} />
          </FieldCell>
          <FieldCell width={3}>
            <TextField {...text('unitEn')} label={say('field.unit_en')} maxLength={40} />
          </FieldCell>
          <FieldCell width={3}>
            <TextField
              {...text('quantityStep')}
              required
              label={say('field.step')}
              hint={say('product.step_hint')}
              inputMode="decimal"
            />
          </FieldCell>
          {values.kind === 'goods' && (
            <FieldCell width={3}>
              <TextField
                {...text('warrantyMonths')}
                label={say('field.warranty')}
                hint={say('product.warranty_hint')}
                inputMode="numeric"
                unit={say('product.months')}
              />
            </FieldCell>
          )}
          <FieldCell width={3}>
            <Flex paddingTop={6}>
              <CheckField
                name="stockTracked"
                label={say('field.stock_tracked')}
                checked={values.stockTracked}
                error={errorAt('stockTracked')}
                onChange={(stockTracked) => change({ stockTracked }, 'stockTracked')}
              />
            </Flex>
          </FieldCell>
        </Fields>
      </Panel>
      <Panel title={say('product.words')}>
        <Fields>
          <FieldCell width={6}>
            <LongTextField
              {...text('sellingPoints')}
              label={say('field.selling_points')}
              hint={say('product.points_hint')}
            />
          </FieldCell>
          <FieldCell width={6}>
            <LongTextField {...text('sellingPointsEn')} label={say('field.selling_points_en')} />
          </FieldCell>
          <FieldCell width={6}>
            <LongTextField {...text('description')} label={say('field.product_description')} />
          </FieldCell>
          <FieldCell width={6}>
            <LongTextField {...text('descriptionEn')} label={say('field.product_description_en')} />
          </FieldCell>
        </Fields>
      </Panel>
      <PriceFields
        prices={values.prices}
        settingsInclude={choices?.pricesIncludeTax}
        change={(prices, field) => change({ prices }, field)}
        errorAt={errorAt}
      />
      {values.kind === 'goods' && <ShippingFields {...{ values, change, errorAt }} />}
      <OptionFields groups={values.options} change={(options, field) => change({ options }, field)} errorAt={errorAt} />
      <ComponentFields
        components={values.components}
        change={(components, field) => change({ components }, field)}
        errorAt={errorAt}
      />
      <Panel title={say('product.tax')}>
        <Fields>
          <TaxFields category={text('taxCategory')} income={text('incomeKind')} choices={choices} />
        </Fields>
      </Panel>
    </Flex>
  );
}
