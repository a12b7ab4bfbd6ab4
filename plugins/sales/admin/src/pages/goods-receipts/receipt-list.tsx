import { Typography } from '@strapi/design-system';
import { containing, DateText, Money, TwoLines, useSay } from '@sanya/strapi-plugin-platform/ui';
import { GOODS_RECEIPT_STATES } from '../../../../server/src/domain/goods-receipt';
import type { GoodsReceipt } from '../../receipt-values';
import { DayList } from '../day-list';

type Listed = Omit<GoodsReceipt, 'lines'>;

/** What came from abroad, the latest first. */
export function ReceiptList() {
  const say = useSay('sales');
  return (
    <DayList<Listed>
      kind="receipt"
      door="/sales/goods-receipts"
      states={GOODS_RECEIPT_STATES}
      badge={({ state }) => (state === 'received' ? 'delivered' : state)}
      day="receivedOn"
      search={containing('declarationNumber', 'supplierInvoice', 'supplier.name')}
      populate={{ supplier: true }}
      permission="plugin::sales.goods-receipt.record"
      columns={[
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
      ]}
    />
  );
}
