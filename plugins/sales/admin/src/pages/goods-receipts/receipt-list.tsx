import { Button, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import {
  type Column,
  DateRange,
  DateText,
  datesWithin,
  ListPage,
  ListTools,
  Money,
  StateBadge,
  stateOf,
  TwoLines,
  useDateRange,
  useList,
  useListQuery,
  useMay,
  useSay,
  useStateFilter,
} from '@sanya/strapi-plugin-platform/ui';
import { GOODS_RECEIPT_STATES } from '../../../../server/src/domain/goods-receipt';
import type { GoodsReceipt } from '../../receipt-values';

type Listed = Omit<GoodsReceipt, 'lines'>;

/** What came from abroad, the latest first. */
export function ReceiptList() {
  const say = useSay('sales');
  const may = useMay();
  const { asked } = useListQuery();
  const days = useDateRange();
  const states = useStateFilter(GOODS_RECEIPT_STATES, (one) =>
    say(one === 'all' ? 'state.all' : `receipt_state.${one}`),
  );
  const reading = useList<Listed>('/sales/goods-receipts', {
    search: (text) => [
      { number: { $startsWith: text.toUpperCase() } },
      ...['declarationNumber', 'supplierInvoice'].map((key) => ({ [key]: { $containsi: text } })),
      { supplier: { name: { $containsi: text } } },
    ],
    filters: { ...stateOf(asked), ...datesWithin('receivedOn', days) },
    sort: ['receivedOn:desc', 'id:desc'],
    populate: { supplier: true },
  });
  const columns: Column<Listed>[] = [
    {
      key: 'number',
      title: say('field.number'),
      cell: ({ number, receivedOn }) => (
        <TwoLines
          first={<Typography fontWeight="semiBold">{number}</Typography>}
          second={<DateText at={receivedOn} />}
        />
      ),
    },
    {
      key: 'supplier',
      title: say('receipt.supplier'),
      wraps: true,
      cell: ({ supplier, supplierInvoice }) => <TwoLines first={supplier?.name} second={supplierInvoice} />,
    },
    { key: 'declaration', title: say('receipt.declaration'), cell: ({ declarationNumber }) => declarationNumber },
    {
      key: 'cif',
      title: say('receipt.cif'),
      right: true,
      cell: ({ cif, currency }) => <Money amount={cif} currency={currency} />,
    },
    {
      key: 'vat',
      title: say('receipt.import_vat'),
      right: true,
      cell: ({ importVat, currency }) => <Money amount={importVat} currency={currency} />,
    },
    {
      key: 'state',
      title: say('field.state'),
      cell: ({ state }) => (
        <StateBadge state={state === 'received' ? 'delivered' : state} label={say(`receipt_state.${state}`)} />
      ),
    },
  ];
  return (
    <ListPage
      title={say('receipts.title')}
      subtitle={say('receipts.subtitle')}
      action={
        may('plugin::sales.goods-receipt.record') && (
          <Button tag={NavLink} to="new" startIcon={<Plus />}>
            {say('receipt.new')}
          </Button>
        )
      }
      tools={
        <ListTools search={say('receipts.search')} filters={[states]}>
          <DateRange />
        </ListTools>
      }
      reading={reading}
      columns={columns}
      empty={say('receipts.empty')}
      none={say('receipts.none')}
    />
  );
}
