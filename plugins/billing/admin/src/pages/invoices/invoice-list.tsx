import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { PaperPlane } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import {
  ChosenCustomer,
  DateRange,
  type Days,
  datesWithin,
  ListPage,
  ListTools,
  useDateRange,
  useDocuments,
  useListQuery,
  useMay,
  useSay,
  useStateFilter,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { useInvoiceColumns } from '../../invoice-columns';
import { buyerName } from '../../invoice-state';
import type { Invoice } from '../../types';
import { useSendInvoices } from '../../use-send-invoices';

const STATES = ['overdue', 'open', 'draft', 'paid', 'uncollectible', 'void'];

const filtersOf = (state: string, today: string, days: Days) => ({
  ...(state === 'overdue' ? { state: { $eq: 'open' }, dueDate: { $lt: today } } : {}),
  ...datesWithin('issuedOn', days),
});

/** Overdue ones by what waits longest; others the newest on top, by their date where the list is of some days. */
const sortOf = (state: string, { from, to }: Days): string | string[] => {
  if (state === 'overdue') return 'dueDate:asc';
  return from || to ? ['issuedOn:desc', 'id:desc'] : 'id:desc';
};

export function InvoiceList() {
  const say = useSay('billing');
  const sayHouse = useSay('platform');
  const may = useMay();
  const maySend = may('plugin::billing.invoice.send');
  const mayTakeOver = may('plugin::billing.opening.import');
  const sendInvoices = useSendInvoices();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const { today } = useToday();
  const { asked } = useListQuery();
  const state = asked('state');
  const days = useDateRange();
  const states = useStateFilter(STATES, (one) => say(`state.${one}`));
  const reading = useDocuments<Invoice>('/billing/invoices', {
    filters: filtersOf(state, today, days),
    sort: sortOf(state, days),
    populate: { customer: true },
  });

  const columns = useInvoiceColumns({ key: 'customer', title: say('field.customer'), wraps: true, cell: buyerName });

  const send = async (): Promise<void> => {
    setBusy(true);
    if (await sendInvoices([...chosen])) setChosen(new Set());
    setBusy(false);
  };

  return (
    <ListPage
      title={say('invoices.title')}
      subtitle={say('invoices.subtitle')}
      action={
        mayTakeOver && (
          <Button tag={NavLink} to="opening" variant="secondary">
            {say('opening.open')}
          </Button>
        )
      }
      tools={
        <ListTools search={say('invoices.search')} filters={[states]}>
          <DateRange />
          <ChosenCustomer name={reading.data?.[0]?.customer?.name} />
        </ListTools>
      }
      reading={reading}
      columns={columns}
      choosing={
        maySend
          ? { chosen, change: setChosen, nameOf: (invoice) => invoice.number ?? say('invoices.no_number') }
          : undefined
      }
      empty={say('invoices.empty')}
      none={say('invoices.none_yet')}
    >
      {chosen.size > 0 && (
        <Flex gap={4} paddingBottom={4}>
          <Typography textColor="neutral600">{sayHouse('ui.chosen', { count: chosen.size })}</Typography>
          <Button size="S" variant="secondary" startIcon={<PaperPlane />} loading={busy} onClick={() => void send()}>
            {say('do.send_many')}
          </Button>
        </Flex>
      )}
    </ListPage>
  );
}
