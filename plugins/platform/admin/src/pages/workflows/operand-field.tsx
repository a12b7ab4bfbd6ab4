import { Box, MultiSelect, MultiSelectOption } from '@strapi/design-system';
import {
  AmountField,
  ChoiceField,
  Labelled,
  type Named,
  TextField,
  TypedDate,
  useSay,
  useToday,
  WholeField,
} from '../../ui';
import type { Condition, Field, Operand } from './types';

interface OperandFieldProps extends Named {
  field: Field;
  several: boolean;
  value: Condition['value'];
  choiceWord: (field: Field, value: string) => string;
  onChange: (value: Condition['value']) => void;
}

const MOST_DAYS = 3650;
const MOST = 1_000_000_000;

type Day = 'on' | 'in' | 'ago';
const dayOf = (value: Condition['value']): Day =>
  typeof value === 'object' && !Array.isArray(value) ? ('inDays' in value ? 'in' : 'ago') : 'on';

/** A day: one of the calendar, or one counted from today. */
function DayField({ value, onChange, ...named }: Omit<OperandFieldProps, 'field' | 'several' | 'choiceWord'>) {
  const say = useSay('platform');
  const { today } = useToday();
  const how = dayOf(value);
  const days =
    typeof value === 'object' && !Array.isArray(value) ? ('inDays' in value ? value.inDays : value.daysAgo) : 0;
  const counted = (next: Day, count: number): Operand => (next === 'in' ? { inDays: count } : { daysAgo: count });
  return (
    <Box style={{ display: 'grid', gap: '8px', gridTemplateColumns: 'repeat(auto-fit, minmax(14rem, 1fr))' }}>
      <ChoiceField
        name={`${named.name}.how`}
        label={say('workflows.day')}
        disabled={named.disabled}
        value={how}
        onChange={(next) => onChange(next === 'on' ? (today ?? '') : counted(next as Day, days))}
        choices={(['on', 'in', 'ago'] as const).map((one) => [one, say(`workflows.day_${one}`)])}
      />
      {how === 'on' ? (
        <TypedDate {...named} value={typeof value === 'string' ? value : ''} onChange={onChange} />
      ) : (
        <WholeField
          {...named}
          label={say('workflows.days')}
          min={0}
          max={MOST_DAYS}
          value={days}
          onChange={(count) => onChange(counted(how, count))}
        />
      )}
    </Box>
  );
}

/** What the field is held against, as such a field is written. */
export function OperandField({ field, several, value, choiceWord, onChange, ...named }: OperandFieldProps) {
  const say = useSay('platform');
  const { currency } = useToday();
  if (several && field.kind === 'choice') {
    return (
      <Labelled {...named}>
        <MultiSelect
          disabled={named.disabled}
          value={Array.isArray(value) ? value.map(String) : []}
          onChange={(chosen: string[]) => onChange(chosen)}
        >
          {field.choices.map((one) => (
            <MultiSelectOption key={one} value={one}>
              {choiceWord(field, one)}
            </MultiSelectOption>
          ))}
        </MultiSelect>
      </Labelled>
    );
  }
  if (several) {
    const read = (text: string): Operand[] =>
      text
        .split(',')
        .map((one) => one.trimStart())
        .map((one) => (field.kind === 'number' && one !== '' ? Number(one) : one));
    return (
      <TextField
        {...named}
        hint={say('workflows.several')}
        value={Array.isArray(value) ? value.map((one) => String(one as string | number)).join(', ') : ''}
        onChange={(text) => onChange(read(text))}
      />
    );
  }
  switch (field.kind) {
    case 'money':
      return (
        <AmountField
          {...named}
          currency={currency}
          value={typeof value === 'string' && value !== '' ? value : null}
          onChange={onChange}
        />
      );
    case 'number':
      return (
        <WholeField
          {...named}
          min={0}
          max={MOST}
          value={typeof value === 'number' ? value : null}
          onChange={onChange}
        />
      );
    case 'date':
      return <DayField {...named} value={value} onChange={onChange} />;
    case 'choice':
      return (
        <ChoiceField
          {...named}
          value={typeof value === 'string' ? value : ''}
          onChange={onChange}
          choices={field.choices.map((one) => [one, choiceWord(field, one)])}
        />
      );
    case 'flag':
      return (
        <ChoiceField
          {...named}
          value={typeof value === 'boolean' ? String(value) : ''}
          onChange={(next) => onChange(next === 'true')}
          choices={[
            ['true', say('ui.yes')],
            ['false', say('ui.no')],
          ]}
        />
      );
    default:
      return <TextField {...named} value={typeof value === 'string' ? value : ''} onChange={onChange} />;
  }
}
