import { Button, Flex } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { ChoiceField, FieldRow, RemoveButton, TextField, useSay } from '@sanya/strapi-plugin-platform/ui';
import { CARRIES, ENTITLED_PER, ENTITLEMENT_UNITS } from '../../../../../server/src/domain/entitlement';
import { type EntitlementValues, NEW_ENTITLEMENT } from '../../../entitlement-values';

interface EntitlementFieldsProps {
  /** Where they stand in the form: `lines.0.`. */
  at: string;
  values: readonly EntitlementValues[];
  onChange: (values: EntitlementValues[]) => void;
}

/** What a line entitles to by number: how much of what, for how long, and what becomes of the rest. */
export function EntitlementFields({ at, values, onChange }: EntitlementFieldsProps) {
  const say = useSay('contracts');
  const free = ENTITLEMENT_UNITS.filter((unit) => !values.some((one) => one.unit === unit));
  const change = (place: number, part: Partial<EntitlementValues>): void =>
    onChange(values.map((one, index) => (index === place ? { ...one, ...part } : one)));
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {values.map((one, index) => {
        const typed = (key: 'quantity' | 'most' | 'carriedMonths', label: string, hint?: string) => ({
          ...{ name: `${at}entitlements.${index}.${key}`, label: say(label), value: one[key] },
          ...(hint ? { hint: say(hint) } : {}),
          onChange: (text: string) => change(index, { [key]: text }),
        });
        const chosen = <Key extends 'unit' | 'per' | 'carries'>(
          key: Key,
          words: string,
          choices: readonly EntitlementValues[Key][],
        ) => ({
          ...{ name: `${at}entitlements.${index}.${key}`, label: say(`field.entitlement_${key}`), value: one[key] },
          choices: choices.map((choice) => [choice, say(`${words}.${choice}`)] as const),
          onChange: (choice: string) => change(index, { [key]: choice }),
        });
        return (
          <FieldRow
            // Rows have no other name, and keep their order.
            key={index}
            action={
              <RemoveButton
                label={say('entitlement.remove', { unit: say(`entitlement_unit.${one.unit}`) })}
                onRemove={() => onChange(values.filter((_, place) => place !== index))}
              />
            }
          >
            <ChoiceField {...chosen('unit', 'entitlement_unit', ENTITLEMENT_UNITS)} />
            <TextField {...typed('quantity', 'field.entitlement_quantity')} required inputMode="decimal" />
            <ChoiceField {...chosen('per', 'entitled_per', ENTITLED_PER)} />
            <ChoiceField {...chosen('carries', 'carries', CARRIES)} />
            {one.carries === 'at_most' && (
              <TextField {...typed('most', 'field.entitlement_most')} required inputMode="decimal" />
            )}
            {one.carries !== 'none' && (
              <TextField
                {...typed('carriedMonths', 'field.carried_months', 'entitlement.carried_months_hint')}
                inputMode="numeric"
              />
            )}
          </FieldRow>
        );
      })}
      {free[0] && (
        <Flex>
          <Button
            variant="tertiary"
            size="S"
            startIcon={<Plus />}
            onClick={() => onChange([...values, { ...NEW_ENTITLEMENT, unit: free[0] ?? 'visit' }])}
          >
            {say('entitlement.add')}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}
