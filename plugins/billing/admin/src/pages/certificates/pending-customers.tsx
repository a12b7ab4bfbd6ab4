import { useState } from 'react';
import { Button, Typography } from '@strapi/design-system';
import { PaperPlane } from '@strapi/icons';
import {
  type Column,
  DateText,
  LinkTo,
  Money,
  PageFrame,
  pageOf,
  ReadTable,
  useDo,
  useSay,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { type BillingDoors, useAnswer, useAsk } from '../../doors';
import type { PendingCustomer } from './types';

type Outcome = BillingDoors['POST /billing/pending-certificates/chase']['answers'][number]['outcome'];

const AGES = ['current', 'past30', 'past60', 'past90'] as const;

/** Who owes us certificates and since when; asked for by mail, once a week at most. */
export function PendingCustomers() {
  const say = useSay('billing');
  const act = useDo();
  const ask = useAsk();
  const { currency } = useToday();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [outcomes, setOutcomes] = useState<Record<string, Outcome>>({});
  const [busy, setBusy] = useState(false);
  const { reload, ...reading } = useAnswer('GET /billing/pending-certificates', {});

  async function chase(): Promise<void> {
    setBusy(true);
    await act(async () => {
      const answers = await ask('POST /billing/pending-certificates/chase', { body: { customers: [...chosen] } });
      setOutcomes(Object.fromEntries(answers.map(({ customer, outcome }) => [customer, outcome])));
      setChosen(new Set());
      reload();
    }, say('certificate.chased'));
    setBusy(false);
  }

  const columns: Column<PendingCustomer>[] = [
    {
      key: 'name',
      title: say('field.customer'),
      cell: ({ customer, name }) => <LinkTo to={pageOf('plugin::crm.customer', customer) ?? ''}>{name}</LinkTo>,
    },
    { key: 'count', title: say('certificate.count'), right: true, cell: (one) => one.certificates },
    { key: 'oldest', title: say('certificate.oldest'), cell: (one) => <DateText at={one.oldest} /> },
    ...AGES.map((key) => ({
      key,
      title: say(`certificate.age_${key}`),
      right: true,
      cell: (one: PendingCustomer) =>
        one[key] !== '0' && (
          <Money amount={one[key]} currency={currency} tone={key === 'past90' ? 'danger600' : 'neutral800'} />
        ),
    })),
    {
      key: 'amount',
      title: say('field.total'),
      right: true,
      cell: (one) => <Money amount={one.amount} currency={currency} strong />,
    },
    {
      key: 'chased',
      title: say('certificate.chased_on'),
      cell: (one) => {
        const outcome = outcomes[one.customer];
        return outcome !== undefined && outcome !== 'sent' ? (
          <Typography textColor="warning600">{say(`certificate.outcome_${outcome}`)}</Typography>
        ) : (
          <DateText at={one.chasedOn} />
        );
      },
    },
  ];
  return (
    <PageFrame
      title={say('certificate.pending_by_customer')}
      subtitle={say('certificate.pending_subtitle')}
      back={{ to: '/plugins/billing/certificates', label: say('certificate.title') }}
      action={
        <Button startIcon={<PaperPlane />} disabled={chosen.size === 0} loading={busy} onClick={() => void chase()}>
          {say('certificate.chase', { count: chosen.size })}
        </Button>
      }
    >
      <ReadTable
        reading={{ ...reading, reload }}
        columns={columns}
        keyOf={(one) => one.customer}
        choosing={{ chosen, change: setChosen, nameOf: ({ name }) => name }}
        empty={say('certificate.none_pending')}
      />
    </PageFrame>
  );
}
