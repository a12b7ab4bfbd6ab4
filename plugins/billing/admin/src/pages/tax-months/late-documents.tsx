import { useState } from 'react';
import { Button } from '@strapi/design-system';
import { endOfMonth } from '@sanya/strapi-plugin-platform/kernel';
import {
  type Column,
  DateText,
  FormDialog,
  LinkTo,
  Money,
  Panel,
  ReadTable,
  TwoLines,
  TypedDate,
  useApi,
  useMay,
  useSay,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { TaxPaper } from '../../types';

/** Tax points of closed months whose documents bear a later day: of one month, or those that wait in all of them. */
export function LateDocuments({ month, onDone }: { month?: string; onDone?: () => void }) {
  const say = useSay('billing');
  const may = useMay();
  const [marked, setMarked] = useState<TaxPaper>();
  const { reload, ...reading } = useApi<TaxPaper[]>('/billing/tax-invoices', {
    filters: {
      state: { $eq: 'issued' },
      ...(month === undefined
        ? { taxPointOn: { $notNull: true }, additionalReturnOn: { $null: true } }
        : { taxPointOn: { $gte: `${month}-01`, $lte: endOfMonth(`${month}-01`) } }),
    },
    sort: 'taxPointOn:asc',
    populate: { customer: true },
    pagination: { pageSize: 100 },
  });
  const columns: Column<TaxPaper>[] = [
    {
      key: 'number',
      title: say('field.number'),
      cell: (one) => (
        <TwoLines
          first={<LinkTo to={`/plugins/billing/tax-invoices/${one.documentId}`}>{one.number}</LinkTo>}
          second={one.buyer?.name}
        />
      ),
    },
    { key: 'point', title: say('tax_month.tax_point'), cell: (one) => <DateText at={one.taxPointOn} /> },
    { key: 'dated', title: say('tax_month.dated'), cell: (one) => <DateText at={one.taxDate} /> },
    {
      key: 'tax',
      title: say('field.tax'),
      right: true,
      cell: (one) => <Money amount={one.tax} currency={one.currency} />,
    },
    {
      key: 'returned',
      title: say('tax_month.returned'),
      cell: (one) =>
        one.additionalReturnOn ? (
          <DateText at={one.additionalReturnOn} />
        ) : (
          may('plugin::billing.tax-month.close') && (
            <Button size="S" variant="tertiary" onClick={() => setMarked(one)}>
              {say('tax_month.mark_returned')}
            </Button>
          )
        ),
    },
  ];
  return (
    <Panel title={say('tax_month.late')}>
      <ReadTable
        whole
        reading={{ ...reading, reload }}
        columns={columns}
        keyOf={(one) => one.documentId}
        empty={say('tax_month.no_late')}
      />
      {marked && (
        <MarkReturned
          paper={marked}
          onClose={() => setMarked(undefined)}
          onDone={() => {
            setMarked(undefined);
            reload();
            onDone?.();
          }}
        />
      )}
    </Panel>
  );
}

function MarkReturned({ paper, onClose, onDone }: { paper: TaxPaper; onClose: () => void; onDone: () => void }) {
  const say = useSay('billing');
  const ask = useAsk();
  const { today } = useToday();
  const [on, setOn] = useState('');
  const day = on || today;
  return (
    <FormDialog
      title={say('tax_month.mark_title', { number: paper.number })}
      label={say('tax_month.mark_returned')}
      onClose={onClose}
      onSubmit={async () => {
        await ask('POST /billing/tax-invoices/:id/additional-return', { id: paper.documentId, body: { on: day } });
        onDone();
      }}
    >
      <TypedDate name="on" label={say('tax_month.returned_on')} value={day} onChange={setOn} required />
    </FormDialog>
  );
}
