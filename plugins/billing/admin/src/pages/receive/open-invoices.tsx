import {
  Box,
  Checkbox,
  EmptyStateLayout,
  Table,
  Tbody,
  Td,
  TextInput,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import { DateText, Money, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { Part, Sums, Typed } from '../../receiving';
import type { Invoice } from '../../types';

export interface OpenInvoicesProps {
  invoices: readonly Invoice[];
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

/** Gross, withheld, deduction and net of each invoice that the money is for. */
export function OpenInvoices({
  invoices,
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
    <Table colCount={HEADS.length + 1} rowCount={invoices.length + 2}>
      <Thead>
        <Tr>
          <Th>
            <Typography />
          </Th>
          {HEADS.map((head) => (
            <Th key={head}>
              <Typography variant="sigma" textColor="neutral600" style={{ textTransform: 'none' }}>
                {say(`field.${head}`)}
              </Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {invoices.map((invoice) => {
          const typed = typedOf(invoice);
          const part = partOf(invoice);
          return (
            <Tr key={invoice.documentId}>
              <Td>
                <Checkbox
                  aria-label={say('receive.choose', { number: invoice.number ?? '' })}
                  checked={typed.chosen}
                  onCheckedChange={(checked) => onChoose(invoice, checked === true)}
                />
              </Td>
              <Td>
                <Typography fontWeight="semiBold">{invoice.number}</Typography>
              </Td>
              <Td>
                <Typography>
                  <DateText at={invoice.dueDate} />
                </Typography>
              </Td>
              <Td>
                <Money amount={invoice.amountDue} currency={currency} />
              </Td>
              <Td>{input(invoice, 'gross')}</Td>
              <Td>{input(invoice, 'withheld', !withholds)}</Td>
              <Td>
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
              </Td>
              <Td>{typed.chosen && <Money amount={part.net} currency={currency} />}</Td>
            </Tr>
          );
        })}
        <Tr>
          <Td colSpan={4}>
            <Typography fontWeight="bold">{say('receive.sum')}</Typography>
          </Td>
          {(['gross', 'withheld', 'deduction', 'net'] as const).map((key) => (
            <Td key={key}>
              <Money amount={sums[key]} currency={currency} strong />
            </Td>
          ))}
        </Tr>
      </Tbody>
    </Table>
  );
}
