import { ChoiceField, FieldCell, TextField, useLanguage, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { ProductChoices } from '../../../types';
import { useIncomeKind } from '../use-income-kind';

interface Typed {
  name: string;
  value: string;
  error: string | undefined;
  onChange: (text: string) => void;
}

export interface TaxFieldsProps {
  category: Typed;
  income: Typed;
  choices: ProductChoices | undefined;
}

/** As billing's settings have them; who may not read those writes the codes. What a product has stays choosable. */
export function TaxFields({ category, income, choices }: TaxFieldsProps) {
  const say = useSay('sales');
  const language = useLanguage();
  const incomeName = useIncomeKind();
  if (!choices) {
    return (
      <>
        <FieldCell width={6}>
          <TextField {...category} required label={say('field.tax_category')} />
        </FieldCell>
        <FieldCell width={6}>
          <TextField {...income} label={say('field.income_kind')} />
        </FieldCell>
      </>
    );
  }
  const categories = choices.taxCategories.map(({ code, name }) => [code, name[language] ?? code] as const);
  const kinds = choices.incomeKinds.map(
    ({ kind, withholdingPpm }) =>
      [
        kind,
        withholdingPpm > 0
          ? say('income.withheld', { kind: incomeName(kind), percent: withholdingPpm / 10_000 })
          : incomeName(kind),
      ] as const,
  );
  const including = (list: readonly (readonly [string, string])[], value: string) =>
    value === '' || list.some(([code]) => code === value) ? list : [...list, [value, value] as const];
  return (
    <>
      <FieldCell width={6}>
        <ChoiceField
          {...category}
          required
          label={say('field.tax_category')}
          choices={including(categories, category.value)}
        />
      </FieldCell>
      <FieldCell width={6}>
        <ChoiceField
          {...income}
          label={say('field.income_kind')}
          hint={say('product.income_hint')}
          placeholder={say('product.no_income_kind')}
          clearLabel={say('product.no_income_kind')}
          choices={including(kinds, income.value)}
        />
      </FieldCell>
    </>
  );
}
