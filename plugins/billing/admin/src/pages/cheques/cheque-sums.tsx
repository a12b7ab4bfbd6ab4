import { sum } from '@sanya/strapi-plugin-platform/kernel';
import { type Column, DataTable, DateText, Money, Sums, useSay } from '@sanya/strapi-plugin-platform/ui';
import { bankOf, type Cheque } from '../../cheque-types';

/** The cheques of a dialog with what they come to. */
export function ChequeSums({ cheques }: { cheques: readonly Cheque[] }) {
  const say = useSay('billing');
  const columns: Column<Cheque>[] = [
    { key: 'number', title: say('cheque.number'), cell: (one) => one.number },
    { key: 'bank', title: say('field.bank'), cell: bankOf },
    { key: 'date', title: say('cheque.date'), cell: (one) => <DateText at={one.chequeDate} /> },
    {
      key: 'amount',
      title: say('payments.amount'),
      right: true,
      cell: (one) => <Money amount={one.amount} currency={one.currency} />,
    },
  ];
  return (
    <>
      <DataTable columns={columns} rows={cheques} keyOf={(one) => one.documentId} empty="" />
      <Sums
        rows={[
          [
            say('field.total'),
            <Money
              key="total"
              amount={sum(cheques.map(({ amount }) => BigInt(amount)))}
              currency={cheques[0]?.currency}
              strong
            />,
          ],
        ]}
      />
    </>
  );
}

export interface ChequesDialogProps {
  cheques: readonly Cheque[];
  onClose: () => void;
  onDone: () => void;
}
