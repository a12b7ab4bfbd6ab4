import { Box, Checkbox, EmptyStateLayout, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { DateText, Money, useSay } from '@sanya/strapi-plugin-platform/ui';
import { DEDUCTIONS } from '../../../../server/src/domain/deduction';
import type { ChequeLine } from '../../cheque-types';
import { ChequeInHand } from '../../cheques-in-hand';
import { EARLY_DISCOUNT, earlyDiscountOf, type Part, type Sums, type Typed } from '../../receiving';
import type { Invoice } from '../../types';
import { EarlyPayment } from '../../ui/early-payment';
import { TypingCell, TypingInput, TypingRow, TypingTable } from '../../ui/typing-table';

export interface OpenInvoicesProps {
  invoices: readonly Invoice[];
  /** Cheques in hand, by the document id of the invoice. */
  inHand: ReadonlyMap<string, readonly ChequeLine[]>;
  typedOf: (invoice: Invoice) => Typed;
  partOf: (invoice: Invoice) => Part;
  sums: Sums;
  currency: string;
  /** The day of the money. */
  on: string;
  /** Private persons withhold nothing. */
  withholds: boolean;
  onChange: (invoice: Invoice, part: Partial<Typed>) => void;
  onChoose: (invoice: Invoice, chosen: boolean) => void;
}

const HEADS = ['number', 'due_date', 'due_amount', 'gross', 'withheld', 'deduction', 'net_received'] as const;

/** Gross, withheld, deduction and net of each invoice that the money is for. */
export function OpenInvoices({
  invoices,
  inHand,
  typedOf,
  partOf,
  sums,
  currency,
  on,
  withholds,
  onChange,
  onChoose,
}: OpenInvoicesProps) {
  const say = useSay('billing');
  if (invoices.length === 0) return <EmptyStateLayout content={say('receive.none_open')} hasRadius />;

  const input = (invoice: Invoice, key: 'gross' | 'withheld' | 'deduction', disabled = false) => (
    <TypingInput
      label={`${say(`field.${key}`)} ${invoice.number ?? ''}`}
      name={`${key}-${invoice.documentId}`}
      value={typedOf(invoice)[key]}
      disabled={disabled || !typedOf(invoice).chosen}
      isWrong={typedOf(invoice).chosen && partOf(invoice)[key] === undefined}
      onChange={(text) => onChange(invoice, { [key]: text })}
    />
  );

  return (
    <TypingTable heads={[{ text: '' }, ...HEADS.map((head) => ({ text: say(`field.${head}`) }))]}>
      {invoices.map((invoice) => {
        const typed = typedOf(invoice);
        const part = partOf(invoice);
        return (
          <TypingRow key={invoice.documentId}>
            <TypingCell>
              <Checkbox
                aria-label={say('receive.choose', { number: invoice.number ?? '' })}
                checked={typed.chosen}
                onCheckedChange={(checked) => onChoose(invoice, checked === true)}
              />
            </TypingCell>
            <TypingCell>
              <Typography fontWeight="semiBold">{invoice.number}</Typography>
              <ChequeInHand lines={inHand.get(invoice.documentId)} />
              {invoice.earlyUntil !== null && earlyDiscountOf(invoice, on) > 0n && (
                <Typography variant="pi" textColor="neutral600" tag="p">
                  <EarlyPayment
                    until={invoice.earlyUntil}
                    discount={String(earlyDiscountOf(invoice, on))}
                    currency={currency}
                  />
                </Typography>
              )}
            </TypingCell>
            <TypingCell>
              <Typography>
                <DateText at={invoice.dueDate} />
              </Typography>
            </TypingCell>
            <TypingCell>
              <Money amount={invoice.amountDue} currency={currency} />
            </TypingCell>
            <TypingCell>{input(invoice, 'gross')}</TypingCell>
            <TypingCell>{input(invoice, 'withheld', !withholds)}</TypingCell>
            <TypingCell>
              {input(invoice, 'deduction')}
              {Boolean(part.deduction) && typed.reason === EARLY_DISCOUNT && (
                <Typography variant="pi">{say('receive.early_discount')}</Typography>
              )}
              {Boolean(part.deduction) && typed.reason !== EARLY_DISCOUNT && (
                <Box paddingTop={1}>
                  <SingleSelect
                    aria-label={`${say('receive.deduction_kind')} ${invoice.number ?? ''}`}
                    size="S"
                    value={typed.kind}
                    onChange={(kind) => onChange(invoice, { kind: kind as Typed['kind'] })}
                  >
                    {DEDUCTIONS.map((kind) => (
                      <SingleSelectOption key={kind} value={kind}>
                        {say(`deduction.${kind}`)}
                      </SingleSelectOption>
                    ))}
                  </SingleSelect>
                  <TypingInput
                    name={`reason-${invoice.documentId}`}
                    label={say('receive.deduction_reason')}
                    placeholder={say('receive.deduction_reason')}
                    inputMode="text"
                    value={typed.reason}
                    isWrong={part.kind === 'other' && part.reason === ''}
                    onChange={(text) => onChange(invoice, { reason: text })}
                  />
                </Box>
              )}
            </TypingCell>
            <TypingCell>{typed.chosen && <Money amount={part.net} currency={currency} />}</TypingCell>
          </TypingRow>
        );
      })}
      <TypingRow>
        <TypingCell span={4}>
          <Typography fontWeight="bold">{say('receive.sum')}</Typography>
        </TypingCell>
        {(['gross', 'withheld', 'deduction', 'net'] as const).map((key) => (
          <TypingCell key={key}>
            <Money amount={sums[key]} currency={currency} strong />
          </TypingCell>
        ))}
      </TypingRow>
    </TypingTable>
  );
}
