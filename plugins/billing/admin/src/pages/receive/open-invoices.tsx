import type { ReactNode } from 'react';
import { Box, Checkbox, EmptyStateLayout, TextInput, Typography } from '@strapi/design-system';
import { DateText, Money, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { ChequeLine } from '../../cheque-types';
import { ChequeInHand } from '../../cheques-in-hand';
import type { Part, Sums, Typed } from '../../receiving';
import type { Invoice } from '../../types';

export interface OpenInvoicesProps {
  invoices: readonly Invoice[];
  /** Cheques in hand, by the document id of the invoice. */
  inHand: ReadonlyMap<string, readonly ChequeLine[]>;
  typedOf: (invoice: Invoice) => Typed;
  partOf: (invoice: Invoice) => Part;
  sums: Sums;
  currency: string;
  /** Private persons withhold nothing. */
  withholds: boolean;
  onChange: (invoice: Invoice, part: Partial<Typed>) => void;
  onChoose: (invoice: Invoice, chosen: boolean) => void;
}

const HEADS = ['number', 'due_date', 'due_amount', 'gross', 'withheld', 'deduction', 'net_received'] as const;

// The design system's table moves the focus from cell to cell by itself: no place to type amounts in.
const Cell = ({ children, span }: { children: ReactNode; span?: number }) => (
  <Box tag="td" padding={3} colSpan={span}>
    {children}
  </Box>
);

const Row = ({ children }: { children: ReactNode }) => (
  <Box tag="tr" borderStyle="solid" borderWidth="0 0 1px" borderColor="neutral150">
    {children}
  </Box>
);

/** Gross, withheld, deduction and net of each invoice that the money is for. */
export function OpenInvoices({
  invoices,
  inHand,
  typedOf,
  partOf,
  sums,
  currency,
  withholds,
  onChange,
  onChoose,
}: OpenInvoicesProps) {
  const say = useSay('billing');
  if (invoices.length === 0) return <EmptyStateLayout content={say('receive.none_open')} hasRadius />;

  const input = (invoice: Invoice, key: 'gross' | 'withheld' | 'deduction', disabled = false) => (
    <Box width="13rem">
      <TextInput
        aria-label={`${say(`field.${key}`)} ${invoice.number ?? ''}`}
        name={`${key}-${invoice.documentId}`}
        size="S"
        value={typedOf(invoice)[key]}
        disabled={disabled || !typedOf(invoice).chosen}
        hasError={typedOf(invoice).chosen && partOf(invoice)[key] === undefined}
        onChange={(event) => onChange(invoice, { [key]: event.target.value })}
      />
    </Box>
  );

  return (
    <Box tag="table" width="100%" style={{ borderCollapse: 'collapse' }}>
      <thead>
        <Row>
          <th />
          {HEADS.map((head) => (
            <Box key={head} tag="th" padding={3} textAlign="left">
              <Typography variant="sigma" textColor="neutral600" style={{ textTransform: 'none' }}>
                {say(`field.${head}`)}
              </Typography>
            </Box>
          ))}
        </Row>
      </thead>
      <tbody>
        {invoices.map((invoice) => {
          const typed = typedOf(invoice);
          const part = partOf(invoice);
          return (
            <Row key={invoice.documentId}>
              <Cell>
                <Checkbox
                  aria-label={say('receive.choose', { number: invoice.number ?? '' })}
                  checked={typed.chosen}
                  onCheckedChange={(checked) => onChoose(invoice, checked === true)}
                />
              </Cell>
              <Cell>
                <Typography fontWeight="semiBold">{invoice.number}</Typography>
                <ChequeInHand lines={inHand.get(invoice.documentId)} />
              </Cell>
              <Cell>
                <Typography>
                  <DateText at={invoice.dueDate} />
                </Typography>
              </Cell>
              <Cell>
                <Money amount={invoice.amountDue} currency={currency} />
              </Cell>
              <Cell>{input(invoice, 'gross')}</Cell>
              <Cell>{input(invoice, 'withheld', !withholds)}</Cell>
              <Cell>
                {input(invoice, 'deduction')}
                {Boolean(part.deduction) && (
                  <Box width="13rem" paddingTop={1}>
                    <TextInput
                      aria-label={say('receive.deduction_reason')}
                      placeholder={say('receive.deduction_reason')}
                      size="S"
                      value={typed.reason}
                      hasError={part.reason === ''}
                      onChange={(event) => onChange(invoice, { reason: event.target.value })}
                    />
                  </Box>
                )}
              </Cell>
              <Cell>{typed.chosen && <Money amount={part.net} currency={currency} />}</Cell>
            </Row>
          );
        })}
        <Row>
          <Cell span={4}>
            <Typography fontWeight="bold">{say('receive.sum')}</Typography>
          </Cell>
          {(['gross', 'withheld', 'deduction', 'net'] as const).map((key) => (
            <Cell key={key}>
              <Money amount={sums[key]} currency={currency} strong />
            </Cell>
          ))}
        </Row>
      </tbody>
    </Box>
  );
}
