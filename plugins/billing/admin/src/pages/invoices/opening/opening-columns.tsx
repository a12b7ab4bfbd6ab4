import { Typography } from '@strapi/design-system';
import { type Column, DateText, type ImportRowRead, Money, TwoLines, useSay } from '@sanya/strapi-plugin-platform/ui';

export interface OpeningRow extends ImportRowRead {
  said: { customerCode?: string; taxId?: string; issuedOn?: string; description?: string };
  amount: string | null;
}

interface Told<Row> {
  /** Which paper of the books before. */
  paper: string;
  numberOf: (row: Row) => string;
  amount: string;
  /** What is said below the amount. */
  below: (row: Row) => string | null | undefined | false;
}

/** Columns of a file of the books before: which paper, whose, of which day, and what is open or held. */
export function useOpeningColumns<Row extends OpeningRow>({
  paper,
  numberOf,
  amount,
  below,
}: Told<Row>): Column<Row>[] {
  const say = useSay('billing');
  return [
    {
      key: 'paper',
      title: paper,
      wraps: true,
      cell: (row) => (
        <TwoLines
          first={<Typography fontWeight="semiBold">{numberOf(row)}</Typography>}
          second={row.said.description}
        />
      ),
    },
    { key: 'customer', title: say('field.customer'), cell: ({ said }) => said.customerCode ?? said.taxId },
    {
      key: 'dates',
      title: say('opening.dates'),
      cell: ({ said }) => (said.issuedOn ? <DateText at={said.issuedOn} /> : null),
    },
    {
      key: 'amount',
      title: amount,
      right: true,
      wraps: true,
      cell: (row) => <TwoLines right first={<Money amount={row.amount} />} second={below(row)} />,
    },
  ];
}
