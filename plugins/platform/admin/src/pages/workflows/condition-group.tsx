import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { ChoiceField, FieldRow, RemoveButton, useSay } from '../../ui';
import { OperandField } from './operand-field';
import {
  type Condition,
  type Field,
  type Group,
  groupOf,
  isGroup,
  kindOf,
  listOf,
  type Node,
  type Subject,
} from './types';

interface Shared {
  subject: Subject;
  choiceWord: (field: Field, value: string) => string;
  disabled: boolean;
  errorAt: (field: string) => string | undefined;
}

const NONE = new Set(['is_set', 'is_not_set', 'changed', 'unchanged']);
const SEVERAL = new Set(['one_of', 'none_of']);

/** The condition about another field, or asked in another way: what does not fit any more is empty. */
const asked = (field: Field, operator: string): Condition => ({
  ...{ field: field.name, operator },
  ...(NONE.has(operator)
    ? {}
    : {
        value: SEVERAL.has(operator) ? [] : field.kind === 'flag' ? true : field.kind === 'date' ? { inDays: 0 } : '',
      }),
});

interface RowProps extends Shared {
  name: string;
  condition: Condition;
  onChange: (condition: Condition) => void;
  onRemove: () => void;
}

function ConditionRow({ subject, choiceWord, disabled, errorAt, name, condition, ...does }: RowProps) {
  const say = useSay('platform');
  const field = subject.fields.find((one) => one.name === condition.field);
  const operators = field?.operators ?? [];
  const named = (part: string) => ({ name: `${name}.${part}`, disabled, error: errorAt(`${name}.${part}`) });
  const choose = (next: string): void => {
    const chosen = subject.fields.find((one) => one.name === next);
    if (chosen) does.onChange(asked(chosen, chosen.operators[0]?.name ?? 'is'));
  };
  return (
    <FieldRow action={!disabled && <RemoveButton label={say('workflows.remove_condition')} onRemove={does.onRemove} />}>
      <ChoiceField
        {...named('field')}
        label={say('workflows.field')}
        value={condition.field}
        onChange={choose}
        choices={subject.fields.map((one) => [one.name, one.title])}
      />
      <ChoiceField
        {...named('operator')}
        label={say('workflows.operator')}
        value={condition.operator}
        onChange={(operator) => field && does.onChange(asked(field, operator))}
        choices={operators.map((one) => [one.name, one.title])}
      />
      {field && !NONE.has(condition.operator) && (
        <OperandField
          key={`${field.name} ${condition.operator}`}
          {...named('value')}
          label={say('workflows.value')}
          {...{ field, choiceWord }}
          several={SEVERAL.has(condition.operator)}
          value={condition.value}
          onChange={(value) => does.onChange({ ...condition, value })}
        />
      )}
    </FieldRow>
  );
}

interface GroupProps extends Shared {
  name: string;
  group: Group;
  depth?: number;
  onChange: (group: Group) => void;
  onRemove?: () => void;
}

const DEEPEST = 2;

/** Conditions of which all must hold, or any; a group may stand among them. */
export function ConditionGroup({ name, group, depth = 0, onChange, onRemove, ...shared }: GroupProps) {
  const say = useSay('platform');
  const { disabled, subject } = shared;
  const kind = kindOf(group);
  const list = listOf(group);
  const put = (at: number, node: Node): void =>
    onChange(
      groupOf(
        kind,
        list.map((one, index) => (index === at ? node : one)),
      ),
    );
  const remove = (at: number): void =>
    onChange(
      groupOf(
        kind,
        list.filter((_, index) => index !== at),
      ),
    );
  const [first] = subject.fields;
  const fresh: Condition[] = first ? [asked(first, first.operators[0]?.name ?? 'is')] : [];
  return (
    <Box
      paddingLeft={depth > 0 ? 4 : 0}
      borderColor={depth > 0 ? 'neutral200' : undefined}
      style={depth > 0 ? { borderWidth: '0 0 0 3px' } : undefined}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <FieldRow
          action={onRemove && !disabled && <RemoveButton label={say('workflows.remove_group')} onRemove={onRemove} />}
        >
          <ChoiceField
            name={`${name}.how`}
            label={say('workflows.runs_when')}
            disabled={disabled}
            value={kind}
            onChange={(next) => onChange(groupOf(next as 'all' | 'any', list))}
            choices={(['all', 'any'] as const).map((one) => [one, say(`workflows.when_${one}`)])}
          />
        </FieldRow>
        {list.length === 0 && <Typography textColor="neutral600">{say('workflows.no_conditions')}</Typography>}
        {list.map((node, index) => {
          const at = `${name}.${kind}.${index}`;
          const does = { onChange: (next: Node) => put(index, next), onRemove: () => remove(index) };
          return isGroup(node) ? (
            <ConditionGroup key={index} {...shared} {...does} name={at} group={node} depth={depth + 1} />
          ) : (
            <ConditionRow key={index} {...shared} {...does} name={at} condition={node} />
          );
        })}
        {!disabled && (
          <Flex gap={2} wrap="wrap">
            <Button
              size="S"
              variant="secondary"
              startIcon={<Plus />}
              onClick={() => onChange(groupOf(kind, [...list, ...fresh]))}
            >
              {say('workflows.add_condition')}
            </Button>
            {depth < DEEPEST && (
              <Button
                size="S"
                variant="tertiary"
                startIcon={<Plus />}
                onClick={() => onChange(groupOf(kind, [...list, groupOf(kind === 'all' ? 'any' : 'all', fresh)]))}
              >
                {say('workflows.add_group')}
              </Button>
            )}
          </Flex>
        )}
      </Flex>
    </Box>
  );
}
