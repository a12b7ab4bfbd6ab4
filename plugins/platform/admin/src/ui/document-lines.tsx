import type { ReactNode } from 'react';
import { Typography } from '@strapi/design-system';
import type { Column } from './data-table';
import { useSay } from './language';
import { Sums } from './layout';
import { TwoLines } from './two-lines';
import { Money, quantityText } from './values';

/** A line of a document as its read gives it: quantities are decimals, amounts minor units, both as text. */
export interface DocumentLine {
  description: string;
  quantity: string;
  unit: string | null;
  unitPrice: string;
  discount: string;
  net: string;
  tax: string;
  total: string;
}

type AmountKey = 'unitPrice' | 'discount' | 'net' | 'tax' | 'total';

/** Columns of the lines of a document: what each is and, as `below` says, more of it; how much of it, at which price. */
export function useLineColumns<Line extends DocumentLine>(currency: string, below: (line: Line) => ReactNode) {
  const say = useSay('platform');
  const amount = (key: AmountKey, title: string): Column<Line> => ({
    key,
    title,
    right: true,
    cell: (line) => <Money amount={line[key]} currency={currency} />,
  });
  const what: Column<Line>[] = [
    { key: 'position', title: say('line.position'), cell: (_, index) => index + 1 },
    {
      key: 'description',
      title: say('line.description'),
      wraps: true,
      cell: (line) => (
        <TwoLines
          first={
            <Typography fontWeight="semiBold" style={{ whiteSpace: 'normal' }}>
              {line.description}
            </Typography>
          }
          second={<div style={{ whiteSpace: 'pre-line' }}>{below(line)}</div>}
        />
      ),
    },
    {
      key: 'quantity',
      title: say('line.quantity'),
      right: true,
      cell: (line) => `${quantityText(line.quantity)} ${line.unit ?? ''}`.trim(),
    },
  ];
  const price: Column<Line>[] = [
    amount('unitPrice', say('line.unit_price')),
    {
      ...amount('discount', say('line.discount')),
      cell: ({ discount }) => discount !== '0' && <Money amount={discount} currency={currency} />,
    },
  ];
  const titles = { net: say('line.net'), tax: say('line.tax'), total: say('line.total') };
  return { what, price, amount, titles };
}

export interface DocumentSumsProps {
  net: string;
  tax: string;
  total: string;
  currency: string;
}

/** What a document comes to. */
export function DocumentSums({ net, tax, total, currency }: DocumentSumsProps) {
  const say = useSay('platform');
  return (
    <Sums
      rows={[
        [say('line.net'), <Money key="net" amount={net} currency={currency} />],
        [say('line.tax'), <Money key="tax" amount={tax} currency={currency} />],
        [say('line.total'), <Money key="total" amount={total} currency={currency} strong />],
      ]}
    />
  );
}
