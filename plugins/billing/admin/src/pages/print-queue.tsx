import { useState } from 'react';
import { Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { FilePdf } from '@strapi/icons';
import { Page } from '@strapi/strapi/admin';
import {
  ChoiceField,
  type Column,
  DateText,
  FieldCell,
  Fields,
  LinkTo,
  Money,
  PageFrame,
  pageOf,
  ReadTable,
  TypedDate,
  useDo,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import { type BillingDoors, useAnswer, useAsk } from '../doors';
import { type Batch, PrintedBatch } from './print-queue/printed-batch';

type Waiting = BillingDoors['GET /billing/print-queue']['answers'][number];

const COPIES = ['0', '1', '2', '3'];
const MOST = 200;

/** What customers want on paper and nobody has printed yet: chosen, printed together, and out of the queue. */
function PrintQueue() {
  const say = useSay('billing');
  const act = useDo();
  const ask = useAsk();
  const [since, setSince] = useState('');
  const [left, setLeft] = useState<string[]>([]);
  const [copies, setCopies] = useState('1');
  const [busy, setBusy] = useState(false);
  const [batch, setBatch] = useState<Batch>();
  const { reload, ...reading } = useAnswer('GET /billing/print-queue', { body: since ? { since } : {} });
  const chosen = (reading.data ?? []).filter((one) => !left.includes(one.documentId)).slice(0, MOST);

  async function print(): Promise<void> {
    setBusy(true);
    await act(
      async () => {
        const documents = chosen.map(({ kind, documentId }) => ({ kind, id: documentId }));
        setBatch(await ask('POST /billing/print-queue/print', { body: { documents, copies: Number(copies) } }));
        setLeft([]);
        reload();
      },
      say('print.printed', { count: chosen.length }),
    );
    setBusy(false);
  }

  const columns: Column<Waiting>[] = [
    {
      key: 'choose',
      title: '',
      cell: ({ documentId, number }) => (
        <Checkbox
          aria-label={say('print.choose', { number })}
          checked={!left.includes(documentId)}
          onCheckedChange={(checked) =>
            setLeft((before) =>
              checked === true ? before.filter((one) => one !== documentId) : [...before, documentId],
            )
          }
        />
      ),
    },
    {
      key: 'name',
      title: say('field.customer'),
      cell: ({ customer, name }) => <LinkTo to={pageOf('plugin::crm.customer', customer) ?? ''}>{name}</LinkTo>,
    },
    { key: 'kind', title: say('papers.kind'), cell: ({ kind }) => say(`print.kind_${kind.replace('-', '_')}`) },
    {
      key: 'number',
      title: say('field.number'),
      cell: ({ number }) => <Typography fontWeight="semiBold">{number}</Typography>,
    },
    { key: 'on', title: say('papers.date'), cell: (one) => <DateText at={one.on} /> },
    {
      key: 'amount',
      title: say('field.total'),
      right: true,
      cell: (one) => <Money amount={one.amount} currency={one.currency} />,
    },
  ];
  return (
    <PageFrame
      title={say('print.title')}
      subtitle={say('print.subtitle')}
      action={
        <Button startIcon={<FilePdf />} disabled={chosen.length === 0} loading={busy} onClick={() => void print()}>
          {say('print.print', { count: chosen.length })}
        </Button>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={6}>
        <Fields>
          <FieldCell width={3}>
            <TypedDate
              name="since"
              label={say('print.since')}
              hint={say('print.since_hint')}
              value={since}
              onChange={setSince}
            />
          </FieldCell>
          <FieldCell width={3}>
            <ChoiceField
              name="copies"
              label={say('print.copies')}
              value={copies}
              onChange={setCopies}
              choices={COPIES.map((one) => [one, one])}
            />
          </FieldCell>
        </Fields>
        <ReadTable
          reading={{ ...reading, reload }}
          columns={columns}
          keyOf={(one) => one.documentId}
          empty={say('print.empty')}
        />
        {batch && <PrintedBatch key={batch.batch} batch={batch} />}
      </Flex>
    </PageFrame>
  );
}

export default function ProtectedPrintQueue() {
  return (
    <Page.Protect permissions={[{ action: 'plugin::billing.print-queue.print', subject: null }]}>
      <PrintQueue />
    </Page.Protect>
  );
}
