import { Box, Button, Flex } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import {
  CheckField,
  FieldRow,
  listEdits,
  MoneyField,
  Panel,
  RemoveButton,
  TextField,
  textFields,
  useSay,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { type GroupValues, NEW_CHOICE, NEW_GROUP } from '../../../option-values';

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
  const edits = listEdits({
    at: `${at}.choices`,
    rows: choices,
    change: (rows, field) => change({ choices: rows }, field),
    errorAt,
  });
  return (
    <>
      {choices.map((choice, index) => {
        const field = edits.text(choice, index);
        return (
          <FieldRow
            key={index}
            action={
              <RemoveButton
                label={say('option.remove_choice', { number: index + 1 })}
                onRemove={() => edits.remove(index)}
              />
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
        <Button variant="tertiary" startIcon={<Plus />} onClick={() => edits.add(NEW_CHOICE)}>
          {say('option.add_choice')}
        </Button>
      </Box>
    </>
  );
}

function OptionGroupFields({ at, group, change, errorAt, onRemove }: GroupFieldsProps) {
  const say = useSay('sales');
  const text = textFields({ values: group, change, errorAt }, at);
  return (
    <Box paddingBottom={4} borderStyle="solid" borderWidth="0 0 1px 0" borderColor="neutral150">
      <Flex direction="column" alignItems="stretch" gap={3}>
        <FieldRow action={<RemoveButton label={say('option.remove', { name: group.name })} onRemove={onRemove} />}>
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
  const edits = listEdits({ at: 'options', rows: groups, change, errorAt });
  return (
    <Panel title={say('product.options')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {groups.map((group, index) => (
          <OptionGroupFields
            key={index}
            at={`options.${index}`}
            group={group}
            change={(part, field) => edits.put(index, part, field)}
            errorAt={errorAt}
            onRemove={() => edits.remove(index)}
          />
        ))}
        <Flex justifyContent="flex-start">
          <Button variant="secondary" startIcon={<Plus />} onClick={() => edits.add(NEW_GROUP)}>
            {say('option.add')}
          </Button>
        </Flex>
      </Flex>
    </Panel>
  );
}
