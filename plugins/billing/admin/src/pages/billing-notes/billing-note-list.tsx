import { Button, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import {
  ChosenCustomer,
  type Column,
  DateText,
  ListPage,
  ListTools,
  Money,
  StateBadge,
  useDocuments,
  useMay,
  useSay,
  useStateFilter,
} from '@sanya/strapi-plugin-platform/ui';
import type { BillingNote } from '../../billing-note-types';

const STATES = ['issued', 'cancelled'];

/** What customers were billed by, and when they are to pay. */
export function BillingNoteList() {
  const say = useSay('billing');
  const may = useMay();
  const states = useStateFilter(STATES, (one) => say(`document.${one}`));
  const reading = useDocuments<BillingNote>('/billing/billing-notes', {
    sort: 'id:desc',
    populate: { customer: true },
  });
  const columns: Column<BillingNote>[] = [
    {
      key: 'number',
      title: say('field.number'),
      cell: (note) => <Typography fontWeight="semiBold">{note.number}</Typography>,
    },
    { key: 'customer', title: say('field.customer'), wraps: true, cell: (note) => note.customer?.name },
    { key: 'billed', title: say('billing_note.billed_on'), cell: (note) => <DateText at={note.billedOn} /> },
    { key: 'pay', title: say('billing_note.pay_on'), cell: (note) => <DateText at={note.payOn} /> },
    {
      key: 'state',
      title: say('field.state'),
      cell: (note) => <StateBadge state={note.state} label={say(`document.${note.state}`)} />,
    },
    {
      key: 'total',
      title: say('field.total'),
      right: true,
      cell: (note) => <Money amount={note.total} currency={note.currency} />,
    },
  ];
  return (
    <ListPage
      title={say('billing_note.title')}
      subtitle={say('billing_note.subtitle')}
      action={
        may('plugin::billing.billing-note.issue') && (
          <Button tag={NavLink} to="/plugins/billing/billing-notes/new">
            {say('billing_note.make')}
          </Button>
        )
      }
      tools={
        <ListTools search={say('invoices.search')} filters={[states]}>
          <ChosenCustomer name={reading.data?.[0]?.customer?.name} />
        </ListTools>
      }
      reading={reading}
      columns={columns}
      empty={say('billing_note.empty')}
      none={say('billing_note.none_yet')}
    />
  );
}
