import { Box, Combobox, ComboboxOption, Field, Flex } from '@strapi/design-system';
import { useAnswer } from '../../doors';
import { TypedDate, useSay } from '../../ui';

interface EventFiltersProps {
  name: string | undefined;
  from: string | undefined;
  to: string | undefined;
  onChange: (key: string, value: string | undefined) => void;
}

/** What happened, and when. */
export function EventFilters({ name, from, to, onChange }: EventFiltersProps) {
  const say = useSay('platform');
  const { data: names } = useAnswer('GET /platform/event-names', {});
  return (
    <Flex gap={4} alignItems="flex-start" wrap="wrap">
      <Box width="32rem">
        <Field.Root name="event-name">
          <Field.Label>{say('events.name')}</Field.Label>
          <Combobox
            key={name ?? 'all'}
            value={name ?? ''}
            placeholder={say('events.all')}
            clearLabel={say('ui.clear')}
            onClear={() => onChange('name', undefined)}
            noOptionsMessage={() => say('events.no_such_name')}
            onChange={(value) => onChange('name', value ? String(value) : undefined)}
          >
            {(names ?? []).map((one) => (
              <ComboboxOption key={one.name} value={one.name}>
                {one.title}
              </ComboboxOption>
            ))}
          </Combobox>
        </Field.Root>
      </Box>
      <Box width="18rem">
        <TypedDate
          name="from"
          label={say('events.from')}
          value={from ?? ''}
          onChange={(date) => onChange('from', date)}
        />
      </Box>
      <Box width="18rem">
        <TypedDate name="to" label={say('events.to')} value={to ?? ''} onChange={(date) => onChange('to', date)} />
      </Box>
    </Flex>
  );
}
