import { useParams } from 'react-router-dom';
import {
  type Column,
  Confirm,
  DataTable,
  DateText,
  DetailPage,
  DocumentView,
  Money,
  pageLink,
  Panel,
  Standing,
  TimelinePanel,
  TwoLines,
  UnreadPage,
  useDo,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import { useAnswer, useAsk } from '../../doors';
import type { GoodsReceipt } from '../../receipt-values';

/** A receipt of goods from abroad: its papers, its lots, what they cost here. */
export function ReceiptDetail() {
  const say = useSay('sales');
  const may = useMay();
  const ask = useAsk();
  const { id = '' } = useParams();
  const { data: receipt, error, reload } = useAnswer('GET /sales/goods-receipts/:id/whole', { id });
  const act = useDo(reload);
  const back = { to: '/plugins/sales/goods-receipts', label: say('receipts.title') };
  if (!receipt) return <UnreadPage error={error} back={back} />;
  const { state, currency, supplier, lines } = receipt;
  const money = (amount: string) => <Money amount={amount} currency={currency} />;
  const columns: Column<GoodsReceipt['lines'][number]>[] = [
    { key: 'position', title: say('field.position'), cell: ({ position }) => position },
    {
      key: 'product',
      title: say('field.product'),
      wraps: true,
      cell: ({ product }) => (
        <TwoLines first={pageLink('plugin::sales.product', product.documentId, product.name)} second={product.sku} />
      ),
    },
    { key: 'lot', title: say('receipt.lot'), cell: ({ lot }) => lot },
    {
      key: 'quantity',
      title: say('field.quantity'),
      right: true,
      cell: ({ quantity, product }) => `${quantity} ${product.unit}`,
    },
    { key: 'value', title: say('receipt.cif'), right: true, cell: ({ value }) => money(value) },
    { key: 'landed', title: say('receipt.landed'), right: true, cell: ({ landed }) => money(landed) },
  ];
  return (
    <DetailPage
      title={receipt.number}
      subtitle={supplier?.name}
      back={back}
      action={
        state === 'received' &&
        may('plugin::sales.goods-receipt.cancel') && (
          <Confirm
            label={say('receipt.cancel')}
            title={say('receipt.cancel_title', { number: receipt.number })}
            variant="danger-light"
            reason={say('field.reason')}
            onConfirm={(reason) =>
              act(
                () => ask('POST /sales/goods-receipts/:id/cancel', { id, body: { reason } }),
                say('receipt.cancelled'),
              )
            }
          >
            {say('receipt.cancel_text')}
          </Confirm>
        )
      }
    >
      <Standing
        title={say('receipt.papers')}
        state={state === 'received' ? 'delivered' : state}
        label={say(`receipt_state.${state}`)}
        facts={[
          [say('receipt.supplier'), pageLink('plugin::crm.customer', supplier?.documentId, supplier?.name)],
          [say('receipt.supplier_invoice'), receipt.supplierInvoice],
          [say('receipt.declaration'), receipt.declarationNumber],
          [say('receipt.declared_on'), receipt.declaredOn && <DateText key="declared" at={receipt.declaredOn} />],
          [say('receipt.received_on'), <DateText key="received" at={receipt.receivedOn} />],
          [say('subject.warehouse'), receipt.warehouse?.name],
          [say('receipt.cif'), money(receipt.cif)],
          [say('receipt.duty'), money(receipt.duty)],
          [say('receipt.import_vat'), money(receipt.importVat)],
          [say('field.note'), receipt.note],
          [say('field.reason'), receipt.cancelReason],
        ]}
      />
      <Panel title={say('receipt.lines')}>
        <DataTable columns={columns} rows={lines} keyOf={(line) => line.documentId} empty={say('orders.no_lines')} />
      </Panel>
      <DocumentView
        key={`document-${state}`}
        url={`/sales/goods-receipts/${id}/document`}
        title={say('orders.document')}
      />
      <TimelinePanel key={`timeline-${state}`} type="plugin::sales.goods-receipt" id={id} />
    </DetailPage>
  );
}
