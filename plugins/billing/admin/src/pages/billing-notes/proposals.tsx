import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { File } from '@strapi/icons';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { addDays, sum } from '@sanya/strapi-plugin-platform/kernel';
import {
  CheckField,
  type Column,
  DateText,
  FieldCell,
  Fields,
  freshKey,
  LinkTo,
  Money,
  PageFrame,
  pageOf,
  ReadTable,
  Sums,
  TypedDate,
  useDo,
  useSay,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import type { Proposal } from '../../billing-note-types';
import { useAnswer, useAsk } from '../../doors';

const DAYS_AHEAD = 7;
const MOST_AT_ONCE = 100;

/** Whose billing day comes, with what is open and not billed yet: notes for many made at once. */
export function Proposals() {
  const say = useSay('billing');
  const act = useDo();
  const ask = useAsk();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const { today, currency } = useToday();
  const only = query.get('customer') ?? undefined;
  const [typed, setTyped] = useState('');
  const until = typed || addDays(today, DAYS_AHEAD);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [mail, setMail] = useState(true);
  const [busy, setBusy] = useState(false);
  const [key, setKey] = useState(freshKey);
  const reading = useAnswer('GET /billing/billing-note-proposals', {
    body: only ? { customer: only } : { until },
  });
  const all = reading.data ?? [];
  const chosen = all.filter(({ customer }) => !left.has(customer)).slice(0, MOST_AT_ONCE);

  async function make(): Promise<void> {
    setBusy(true);
    const done = await act(
      () =>
        ask('POST /billing/billing-notes', {
          key,
          body: {
            notes: chosen.map(({ customer, billedOn, payOn, invoices }) => ({
              ...{ customer, billedOn, payOn },
              invoices: invoices.map(({ documentId }) => documentId),
            })),
            send: mail,
          },
        }),
      say('billing_note.made', { count: chosen.length }),
    );
    setBusy(false);
    setKey(freshKey());
    if (done) navigate('/plugins/billing/billing-notes');
  }

  const columns: Column<Proposal>[] = [
    {
      key: 'name',
      title: say('field.customer'),
      wraps: true,
      cell: ({ customer, name }) => <LinkTo to={pageOf('plugin::crm.customer', customer) ?? ''}>{name}</LinkTo>,
    },
    { key: 'billed', title: say('billing_note.billed_on'), cell: (one) => <DateText at={one.billedOn} /> },
    { key: 'pay', title: say('billing_note.pay_on'), cell: (one) => <DateText at={one.payOn} /> },
    {
      key: 'invoices',
      title: say('billing_note.invoices'),
      wraps: true,
      cell: (one) => one.invoices.map(({ number }) => number).join(', '),
    },
    {
      key: 'total',
      title: say('field.due_amount'),
      right: true,
      cell: (one) => <Money amount={one.total} currency={one.currency} strong />,
    },
  ];
  return (
    <PageFrame
      title={say('billing_note.make')}
      subtitle={say('billing_note.make_subtitle')}
      back={{ to: '/plugins/billing/billing-notes', label: say('billing_note.title') }}
      action={
        <Button startIcon={<File />} disabled={chosen.length === 0} loading={busy} onClick={() => void make()}>
          {say('billing_note.make_many', { count: chosen.length })}
        </Button>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={6}>
        <Fields>
          {only === undefined && (
            <FieldCell width={4}>
              <TypedDate name="until" label={say('billing_note.until')} value={until} onChange={setTyped} />
            </FieldCell>
          )}
          <FieldCell width={4}>
            <Flex paddingTop={only === undefined ? 6 : 0}>
              <CheckField name="send" label={say('billing_note.send')} checked={mail} onChange={setMail} />
            </Flex>
          </FieldCell>
        </Fields>
        <ReadTable
          reading={reading}
          columns={columns}
          keyOf={(one) => one.customer}
          choosing={{
            chosen: new Set(chosen.map(({ customer }) => customer)),
            change: (now) => setLeft(new Set(all.map(({ customer }) => customer).filter((one) => !now.has(one)))),
            nameOf: (one) => one.name,
          }}
          empty={say('billing_note.none_proposed')}
        />
        {all.length > 0 && (
          <Sums
            rows={[
              [
                say('field.total'),
                <Money key="total" amount={sum(chosen.map(({ total }) => BigInt(total)))} currency={currency} strong />,
              ],
            ]}
          />
        )}
      </Flex>
    </PageFrame>
  );
}
