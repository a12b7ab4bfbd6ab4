import { Box, Button, Flex, IconButton } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { CheckField, FieldRow, MoneyField, Panel, TextField, useSay, useToday } from '@sanya/strapi-plugin-platform/ui';
import { type ChoiceValues, type GroupValues, NEW_CHOICE, NEW_GROUP } from '../../../option-values';

export interface OptionFieldsProps {
  groups: readonly GroupValues[];
  change: (groups: GroupValues[], field?: string) => void;
  errorAt: (field: string) => string | undefined;
}

interface GroupFieldsProps {
  at: string;
  group: GroupValues;
  change: (part: Partial<GroupValues>, field?: string) => void;
  errorAt: (field: string) => string | undefined;
  onRemove: () => void;
}

function ChoiceFields({
  at,
  choices,
  change,
  errorAt,
}: Omit<GroupFieldsProps, 'group' | 'onRemove'> & Pick<GroupValues, 'choices'>) {
  const say = useSay('sales');
  const { currency } = useToday();
  return (
    <>
      {choices.map((choice, index) => {
        const field = (key: Exclude<keyof ChoiceValues, 'translations'>) => {
          const name = `${at}.choices.${index}.${key}`;
          return {
            name,
            value: choice[key],
            error: errorAt(name),
            onChange: (typed: string) =>
              change(
                { choices: choices.map((one, place) => (place === index ? { ...one, [key]: typed } : one)) },
                name,
              ),
          };
        };
        return (
          <FieldRow
            key={index}
            action={
              <IconButton
                label={say('option.remove_choice', { number: index + 1 })}
                onClick={() => change({ choices: choices.filter((_, place) => place !== index) })}
              >
                <Trash />
              </IconButton>
            }
          >
            <TextField {...field('name')} required label={say('option.choice')} maxLength={100} />
            <TextField {...field('nameEn')} label={say('field.label_en')} maxLength={100} />
            <TextField {...field('code')} required label={say('option.code')} maxLength={40} />
            <TextField {...field('sku')} label={say('field.sku')} maxLength={60} />
            <MoneyField
              {...field('priceDelta')}
              required
              label={say('option.adds')}
              currency={currency}
              unit={currency === 'THB' ? say('product.baht') : currency}
            />
          </FieldRow>
        );
      })}
      <Box>
        <Button
          variant="tertiary"
          startIcon={<Plus />}
          onClick={() => change({ choices: [...choices, NEW_CHOICE] }, `${at}.choices`)}
        >
          {say('option.add_choice')}
        </Button>
      </Box>
    </>
  );
}

function OptionGroupFields({ at, group, change, errorAt, onRemove }: GroupFieldsProps) {
  const say = useSay('sales');
  const text = (key: 'name' | 'nameEn' | 'code') => ({
    name: `${at}.${key}`,
    value: group[key],
    error: errorAt(`${at}.${key}`),
    onChange: (typed: string) => change({ [key]: typed }, `${at}.${key}`),
  });
  return (
    <Box paddingBottom={4} borderStyle="solid" borderWidth="0 0 1px 0" borderColor="neutral150">
      <Flex direction="column" alignItems="stretch" gap={3}>
        <FieldRow
          action={
            <IconButton label={say('option.remove', { name: group.name })} onClick={onRemove}>
              <Trash />
            </IconButton>
          }
        >
          <TextField {...text('name')} required label={say('option.name')} maxLength={100} />
          <TextField {...text('nameEn')} label={say('field.label_en')} maxLength={100} />
          <TextField
            {...text('code')}
            required
            label={say('option.code')}
            hint={say('option.code_hint')}
            maxLength={40}
          />
        </FieldRow>
        <Flex gap={6} wrap="wrap">
          {(['required', 'many'] as const).map((key) => (
            <CheckField
              key={key}
              name={`${at}.${key}`}
              label={say(`option.${key}`)}
              checked={group[key]}
              onChange={(checked) => change({ [key]: checked })}
            />
          ))}
        </Flex>
        <ChoiceFields {...{ at, change, errorAt }} choices={group.choices} />
      </Flex>
    </Box>
  );
}

/** What can be chosen of a product, and what each choice adds to its price. */
export function OptionFields({ groups, change, errorAt }: OptionFieldsProps) {
  const say = useSay('sales');
  return (
    <Panel title={say('product.options')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {groups.map((group, index) => (
          <OptionGroupFields
            key={index}
            at={`options.${index}`}
            group={group}
            change={(part, field) =>
              change(
                groups.map((one, place) => (place === index ? { ...one, ...part } : one)),
                field,
              )
            }
            errorAt={errorAt}
            onRemove={() => change(groups.filter((_, place) => place !== index))}
          />
        ))}
        <Flex justifyContent="flex-start">
          <Button variant="secondary" startIcon={<Plus />} onClick={() => change([...groups, NEW_GROUP])}>
            {say('option.add')}
          </Button>
        </Flex>
      </Flex>
    </Panel>
  );
}
