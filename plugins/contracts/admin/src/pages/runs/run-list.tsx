import { useState } from 'react';
import { Button } from '@strapi/design-system';
import {
  type Column,
  DateText,
  ListPage,
  Money,
  StateBadge,
  useList,
  useMay,
  useSay,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import type { BillingRun } from '../../types';
import { RunDialog } from './run-dialog';

/** Every run: what it billed, and how many contracts it had to set aside. */
export function RunList() {
  const say = useSay('contracts');
  const may = useMay();
  const { today } = useToday();
  const [open, setOpen] = useState(false);
  const reading = useList<BillingRun>('/contracts/billing-runs', { search: () => [], sort: 'id:desc' });
  const columns: Column<BillingRun>[] = [
    { key: 'started', title: say('field.started_at'), cell: ({ startedAt }) => <DateText at={startedAt} /> },
    { key: 'source', title: say('field.source'), cell: ({ source }) => say(`source.${source}`) },
    { key: 'asOf', title: say('field.as_of'), cell: ({ asOf }) => <DateText at={asOf} /> },
    { key: 'contracts', title: say('field.contracts'), right: true, cell: ({ contracts }) => String(contracts) },
    { key: 'invoices', title: say('field.invoices'), right: true, cell: ({ invoices }) => String(invoices) },
    { key: 'parked', title: say('field.parked'), right: true, cell: ({ parked }) => String(parked) },
    {
      key: 'total',
      title: say('field.total'),
      right: true,
      cell: ({ total, currency }) => <Money amount={total} currency={currency} />,
    },
    {
      key: 'state',
      title: say('field.state'),
      cell: ({ state }) => <StateBadge state={state} label={say(`run_state.${state}`)} />,
    },
  ];
  return (
    <ListPage
      title={say('runs.title')}
      subtitle={say('runs.subtitle')}
      action={
        may('plugin::contracts.billing-run.start') && <Button onClick={() => setOpen(true)}>{say('runs.start')}</Button>
      }
      tools={null}
      reading={reading}
      columns={columns}
      empty={say('runs.none')}
      none={say('runs.none')}
    >
      {open && (
        <RunDialog
          today={today}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            reading.reload();
          }}
        />
      )}
    </ListPage>
  );
}
