import { useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import {
  ChoiceField,
  type Column,
  DataTable,
  DateText,
  FieldCell,
  Fields,
  Money,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import type { SimulatedEvent, Simulation } from './types';

const SHOWN = 100;

/** Everything that would happen, in its order, or only one kind of it. */
export function SimulatedEvents({ told }: { told: Simulation }) {
  const say = useSay('reports');
  const [kind, setKind] = useState('');
  const [most, setMost] = useState(SHOWN);
  const events = told.events.filter(({ name }) => kind === '' || name === kind);
  const happen = told.counts.reduce((all, { count }) => all + count, 0);
  const columns: Column<SimulatedEvent & { key: string }>[] = [
    { key: 'date', title: say('simulation.at'), cell: ({ date }) => <DateText at={date} /> },
    {
      key: 'title',
      title: say('simulation.what'),
      wraps: true,
      cell: ({ title }) => <Typography fontWeight="semiBold">{title}</Typography>,
    },
    { key: 'customer', title: say('simulation.customer'), wraps: true, cell: ({ customer }) => customer?.name ?? '' },
    { key: 'about', title: say('simulation.about'), cell: ({ after }) => String(after?.number ?? '') },
    {
      key: 'amount',
      title: say('simulation.amount'),
      right: true,
      cell: ({ amount }) => amount !== null && <Money amount={amount} currency={told.currency} />,
    },
  ];
  const rows = events.slice(0, most).map((event, index) => ({ ...event, key: String(index) }));
  const left = events.length - rows.length;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Fields>
        <FieldCell width={4}>
          <ChoiceField
            name="kind"
            label={say('simulation.kind')}
            placeholder={`${say('simulation.all')} (${happen})`}
            clearLabel={say('simulation.all')}
            value={kind}
            choices={told.counts.map(({ name, title, count }) => [name, `${title} (${count})`] as const)}
            onChange={(name) => {
              setKind(name);
              setMost(SHOWN);
            }}
          />
        </FieldCell>
      </Fields>
      {told.more && (
        <Typography textColor="neutral600">
          {say('simulation.first_only', { count: told.events.length, all: happen })}
        </Typography>
      )}
      <DataTable rows={rows} columns={columns} keyOf={({ key }) => key} empty={say('simulation.none_of_these')} />
      {left > 0 && (
        <Box>
          <Button variant="tertiary" onClick={() => setMost(most + SHOWN)}>
            {say('simulation.more', { count: Math.min(SHOWN, left), total: events.length })}
          </Button>
        </Box>
      )}
    </Flex>
  );
}
