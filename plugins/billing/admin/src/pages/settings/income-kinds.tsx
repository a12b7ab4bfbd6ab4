import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { FieldRow, PercentField, TextField, useSay } from '@sanya/strapi-plugin-platform/ui';
import { entriesOf } from './entries';
import { RemoveEntry } from './remove-entry';
import type { IncomeKind } from './types';

interface IncomeKindsProps {
  kinds: readonly IncomeKind[];
  disabled: boolean;
  onChange: (kinds: IncomeKind[]) => void;
}

const KNOWN = ['service', 'rent', 'advertising', 'transport', 'goods'];

/** What companies withhold of which kind of income. Products name the kind by its code. */
export function IncomeKinds({ kinds, disabled, onChange }: IncomeKindsProps) {
  const say = useSay('billing');
  const { change, remove, add } = entriesOf(kinds, onChange);
  return (
    <Box paddingBottom={6}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography textColor="neutral600">{say('setting.incomeKinds_hint')}</Typography>
        {kinds.map((one, index) => (
          <FieldRow key={index} action={!disabled && <RemoveEntry onRemove={() => remove(index)} />}>
            <TextField
              name={`incomeKinds.${index}.kind`}
              label={say('income.kind')}
              hint={KNOWN.includes(one.kind) ? say(`income.${one.kind}`) : undefined}
              required
              disabled={disabled}
              value={one.kind}
              onChange={(kind) => change(index, { kind })}
            />
            <PercentField
              name={`incomeKinds.${index}.ppm`}
              label={say('income.rate')}
              required
              disabled={disabled}
              value={one.ppm}
              onChange={(ppm) => change(index, { ppm })}
            />
          </FieldRow>
        ))}
        {!disabled && (
          <Flex>
            <Button type="button" variant="secondary" startIcon={<Plus />} onClick={() => add({ kind: '', ppm: 0 })}>
              {say('income.new')}
            </Button>
          </Flex>
        )}
      </Flex>
    </Box>
  );
}
