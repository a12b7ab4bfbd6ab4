import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { ChoiceField, FieldRow, Panel, TextField, useSay } from '@sanya/strapi-plugin-platform/ui';
import { entriesOf } from './entries';
import { RemoveEntry } from './remove-entry';
import { TaxRates } from './tax-rates';
import type { TaxCategory } from './types';

interface TaxCategoriesProps {
  categories: readonly TaxCategory[];
  /** As they are kept: what stands there has been used, and stays what it is. */
  kept: readonly TaxCategory[];
  disabled: boolean;
  onChange: (categories: TaxCategory[]) => void;
}

const TREATMENTS = ['rated', 'zero', 'exempt', 'outside'] as const;
const EMPTY: TaxCategory = { code: '', name: { th: '', en: '' }, treatment: 'outside', rates: [] };

export function TaxCategories({ categories, kept, disabled, onChange }: TaxCategoriesProps) {
  const say = useSay('billing');
  const { change, remove, add } = entriesOf(categories, onChange);
  return (
    <Panel
      title={say('setting.taxCategories')}
      aside={
        !disabled && (
          <Button type="button" variant="secondary" startIcon={<Plus />} onClick={() => add(EMPTY)}>
            {say('setting.new_category')}
          </Button>
        )
      }
    >
      <Flex direction="column" alignItems="stretch" gap={6}>
        <Typography textColor="neutral600">{say('setting.taxCategories_hint')}</Typography>
        {categories.map((category, index) => {
          const at = `taxCategories.${index}`;
          const past = kept[index]?.code === category.code ? kept[index] : undefined;
          return (
            <Flex key={index} direction="column" alignItems="stretch" gap={3}>
              <FieldRow action={!past && !disabled && <RemoveEntry onRemove={() => remove(index)} />}>
                <TextField
                  name={`${at}.code`}
                  label={say('category.code')}
                  required
                  disabled={disabled || past !== undefined}
                  value={category.code}
                  onChange={(code) => change(index, { code })}
                />
                <TextField
                  name={`${at}.name`}
                  label={say('category.name_th')}
                  required
                  disabled={disabled}
                  value={category.name.th}
                  onChange={(th) => change(index, { name: { ...category.name, th } })}
                />
                <TextField
                  name={`${at}.name_en`}
                  label={say('category.name_en')}
                  required
                  disabled={disabled}
                  value={category.name.en}
                  onChange={(en) => change(index, { name: { ...category.name, en } })}
                />
                <ChoiceField
                  name={`${at}.treatment`}
                  label={say('category.treatment')}
                  disabled={disabled || past !== undefined}
                  value={category.treatment}
                  choices={TREATMENTS.map((one) => [one, say(`treatment.${one}`)] as const)}
                  onChange={(value) => change(index, { treatment: value as TaxCategory['treatment'], rates: [] })}
                />
              </FieldRow>
              {category.treatment === 'rated' && (
                <TaxRates
                  name={`${at}.rates`}
                  rates={category.rates}
                  kept={past?.rates ?? []}
                  disabled={disabled}
                  onChange={(rates) => change(index, { rates })}
                />
              )}
            </Flex>
          );
        })}
      </Flex>
    </Panel>
  );
}
