import {
  type Column,
  DateText,
  Money,
  pageLink,
  Panel,
  ReadTable,
  StateBadge,
  useApi,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import type { RenewalState } from '../../../../server/src/domain/renewal-machine';
import { RENEWAL_BADGE } from '../../renewal-shown';

interface Renewal {
  documentId: string;
  state: RenewalState;
  termEndsOn: string;
  currency: string;
  price: string | null;
  decidedOn: string | null;
  note: string | null;
  invoice?: { documentId: string; number: string | null } | null;
  reason?: { name: string } | null;
}

/** What became of each of its terms; nothing is shown of a contract of which nobody has been asked. */
export function ContractRenewals({ id }: { id: string }) {
  const say = useSay('contracts');
  const reading = useApi<Renewal[]>('/contracts/renewals', {
    filters: { contract: { documentId: { $eq: id } } },
    populate: { invoice: true, reason: true },
    sort: 'id:desc',
    pagination: { pageSize: 50 },
  });
  if (!reading.data || reading.data.length === 0) return null;
  const columns: Column<Renewal>[] = [
    { key: 'ends', title: say('field.ends_on'), cell: ({ termEndsOn }) => <DateText at={termEndsOn} /> },
    {
      key: 'state',
      title: say('field.state'),
      cell: ({ state }) => <StateBadge state={RENEWAL_BADGE[state]} label={say(`renewal_state.${state}`)} />,
    },
    {
      key: 'price',
      title: say('renewals.price'),
      right: true,
      cell: ({ price, currency }) => price !== null && <Money amount={price} currency={currency} />,
    },
    {
      key: 'invoice',
      title: say('field.invoice'),
      cell: ({ invoice }) => pageLink('plugin::billing.invoice', invoice?.documentId, invoice?.number ?? ''),
    },
    {
      key: 'reason',
      title: say('field.reason'),
      wraps: true,
      cell: ({ reason, note }) => [reason?.name, note].filter(Boolean).join(': '),
    },
  ];
  return (
    <Panel title={say('renewals.title')}>
      <ReadTable
        whole
        reading={reading}
        columns={columns}
        keyOf={(one) => one.documentId}
        empty={say('renewals.none')}
      />
    </Panel>
  );
}
