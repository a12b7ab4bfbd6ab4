import { useState } from 'react';
import { Box, Button, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { buddhistYear } from '../../../../kernel/src';
import { type PlatformDoors, useAnswer, useAsk } from '../../doors';
import {
  type Column,
  DataTable,
  DateText,
  FormDialog,
  Panel,
  TextField,
  TypedDate,
  useDo,
  useLanguage,
  useMay,
  useSay,
  useToday,
} from '../../ui';
import { EditedList } from './edited-list';

type Year = PlatformDoors['GET /platform/holidays']['answers'];
type Holiday = Year['holidays'][number];

const YEARS_AHEAD = 2;

/** The public holidays of a year, as the owner confirms them: contact hours and working days go by them. */
export default function HolidaysPage() {
  const say = useSay('platform');
  const language = useLanguage();
  const ask = useAsk();
  const mayChange = useMay()('plugin::platform.holiday.change');
  const { today } = useToday();
  const present = Number(today.slice(0, 4));
  const [chosen, setChosen] = useState<number>();
  const year = chosen ?? present;
  const reading = useAnswer('GET /platform/holidays', { body: { year } });
  const attempt = useDo(reading.reload);
  const yearText = (one: number): string => String(language === 'th' ? buddhistYear(one) : one);

  const save = (holidays: readonly Holiday[]): Promise<unknown> =>
    ask('PUT /platform/holidays', { body: { year, holidays: [...holidays] } });
  const press = (holidays: readonly Holiday[]): void => void attempt(() => save(holidays), say('ui.saved'));

  const columns = (all: readonly Holiday[]): Column<Holiday>[] => [
    { key: 'date', title: say('holidays.date'), cell: ({ date }) => <DateText at={date} /> },
    {
      key: 'name',
      title: say('holidays.name'),
      cell: ({ name }) => <Typography style={{ whiteSpace: 'normal' }}>{name}</Typography>,
    },
    {
      key: 'remove',
      title: '',
      right: true,
      cell: ({ date }) =>
        mayChange && (
          <Button size="S" variant="tertiary" onClick={() => press(all.filter((other) => other.date !== date))}>
            {say('holidays.remove')}
          </Button>
        ),
    },
  ];

  return (
    <EditedList<Year, Year>
      permission="plugin::platform.holiday.read"
      title={say('holidays.title')}
      subtitle={say('holidays.subtitle')}
      action={
        <Box width="16rem">
          <SingleSelect
            aria-label={say('holidays.year')}
            value={String(year)}
            onChange={(value) => setChosen(Number(value))}
          >
            {Array.from({ length: YEARS_AHEAD + 2 }, (_, index) => present - 1 + index).map((one) => (
              <SingleSelectOption key={one} value={String(one)}>
                {yearText(one)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Box>
      }
      reading={reading}
      panels={({ holidays, proposed }, edit) => (
        <Panel
          title={yearText(year)}
          aside={
            mayChange && (
              <Flex gap={2}>
                {holidays.length === 0 && (
                  <Button size="S" variant="secondary" onClick={() => press(proposed)}>
                    {say('holidays.propose')}
                  </Button>
                )}
                <Button size="S" startIcon={<Plus />} onClick={() => edit({ year, holidays, proposed })}>
                  {say('holidays.add')}
                </Button>
              </Flex>
            )
          }
        >
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography textColor="neutral600">{say('holidays.hint')}</Typography>
            <Box overflow="auto">
              <DataTable
                columns={columns(holidays)}
                rows={holidays}
                keyOf={({ date }) => date}
                empty={say('holidays.none')}
              />
            </Box>
          </Flex>
        </Panel>
      )}
      form={({ holidays }, { onClose, onSaved }) => (
        <HolidayForm
          onClose={onClose}
          onSubmit={async (holiday) => {
            await save([...holidays, holiday]);
            onSaved();
          }}
        />
      )}
    />
  );
}

interface HolidayFormProps {
  onClose: () => void;
  onSubmit: (holiday: Holiday) => Promise<void>;
}

function HolidayForm({ onClose, onSubmit }: HolidayFormProps) {
  const say = useSay('platform');
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  return (
    <FormDialog
      title={say('holidays.add')}
      label={say('ui.save')}
      disabled={date === '' || name.trim() === ''}
      onClose={onClose}
      onSubmit={() => onSubmit({ date, name: name.trim() })}
    >
      <TypedDate name="date" label={say('holidays.date')} required value={date} onChange={setDate} />
      <TextField
        name="name"
        label={say('holidays.name')}
        hint={say('holidays.name_hint')}
        required
        maxLength={200}
        value={name}
        onChange={setName}
      />
    </FormDialog>
  );
}
