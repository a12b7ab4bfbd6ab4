import { Box } from '@strapi/design-system';
import { ChoiceField, FieldRow, TextField, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useChoices } from '../../products/use-choices';
import type { FreeItem } from './types';

interface FreeLineFieldsProps {
  /** Path of the line in the order. */
  at: string;
  free: FreeItem;
  onChange: (free: FreeItem) => void;
}

/** What a line is that stands for no product. */
export function FreeLineFields({ at, free, onChange }: FreeLineFieldsProps) {
  const say = useSay('sales');
  const kinds = useChoices()?.incomeKinds ?? [];
  const set = (part: Partial<FreeItem>): void => onChange({ ...free, ...part });
  return (
    <Box paddingBottom={3}>
      <FieldRow>
        <TextField
          name={`${at}.description`}
          label={say('field.description')}
          required
          maxLength={300}
          value={free.description}
          onChange={(description) => set({ description })}
        />
        <TextField
          name={`${at}.unit`}
          label={say('field.unit')}
          maxLength={40}
          value={free.unit}
          onChange={(unit) => set({ unit })}
        />
        <ChoiceField
          name={`${at}.kind`}
          label={say('field.kind')}
          value={free.kind}
          choices={(['service', 'goods'] as const).map((kind) => [kind, say(`product_kind.${kind}`)] as const)}
          onChange={(kind) => set({ kind: kind as FreeItem['kind'] })}
        />
        {kinds.length > 0 && (
          <ChoiceField
            name={`${at}.incomeKind`}
            label={say('field.income_kind')}
            value={free.incomeKind}
            choices={kinds.map(({ kind }) => [kind, say(`income.${kind}`)] as const)}
            placeholder={say('product.no_income_kind')}
            clearLabel={say('product.no_income_kind')}
            onChange={(incomeKind) => set({ incomeKind })}
          />
        )}
      </FieldRow>
    </Box>
  );
}
