import { useState } from 'react';
import { Box, Button, Typography } from '@strapi/design-system';
import { formatDate, formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import {
  FormDialog,
  freshKey,
  LongTextField,
  Money,
  Sums,
  useLanguage,
  useMay,
  useSay,
  useTell,
} from '@sanya/strapi-plugin-platform/ui';
import { type BillingDoors, useAnswer, useAsk } from '../../doors';
import type { Invoice } from '../../types';
import type { NoteDialogProps } from './credit-dialog';
import { TypingCell, TypingRow, TypingTable } from '../../ui/typing-table';

/** What a tax invoice of today would say. */
type LeftToTax = BillingDoors['GET /billing/invoices/:id/left-to-tax']['answers'];

function EarlyTaxDialog({ invoice, left, onClose, onDone }: NoteDialogProps & { left: LeftToTax }) {
  const say = useSay('billing');
  const language = useLanguage();
  const tell = useTell();
  const ask = useAsk();
  const [key] = useState(freshKey);
  const [reason, setReason] = useState('');
  const { currency } = left;

  async function issue(): Promise<void> {
    const { number } = await ask('POST /billing/tax-invoices', {
      body: { invoice: invoice.documentId, ...(reason.trim() ? { reason: reason.trim() } : {}) },
      key,
    });
    tell(say('did.early_tax', { number }));
    onDone();
    onClose();
  }

  return (
    <FormDialog
      title={say('early.title', { number: invoice.number ?? '' })}
      label={say('do.early_tax')}
      touched={reason !== ''}
      onClose={onClose}
      onSubmit={issue}
    >
      <Box background="warning100" borderColor="warning200" hasRadius padding={4} role="note">
        <Typography tag="p" textColor="warning700" fontWeight="semiBold">
          {say('early.due_now', {
            tax: formatMoney(left.tax, currency, { symbol: true }),
            date: formatDate(left.taxDate, language),
          })}
        </Typography>
        <Typography tag="p" textColor="neutral800">
          {say('early.explained')}
        </Typography>
      </Box>
      <TypingTable
        heads={[
          { text: say('field.description') },
          { text: say('field.net'), right: true },
          { text: say('field.tax'), right: true },
          { text: say('field.total'), right: true },
        ]}
      >
        {left.lines.map(({ line, description, ...amounts }) => (
          <TypingRow key={line}>
            <TypingCell>
              <Typography style={{ whiteSpace: 'normal' }}>{description}</Typography>
            </TypingCell>
            {(['net', 'tax', 'total'] as const).map((name) => (
              <TypingCell key={name} right>
                <Money amount={amounts[name]} currency={currency} />
              </TypingCell>
            ))}
          </TypingRow>
        ))}
      </TypingTable>
      <Sums
        rows={[
          [say('field.net'), <Money key="net" amount={left.net} currency={currency} />],
          [say('field.tax'), <Money key="tax" amount={left.tax} currency={currency} />],
          [say('field.total'), <Money key="total" amount={left.total} currency={currency} strong />],
        ]}
      />
      <LongTextField name="reason" label={say('field.reason')} value={reason} onChange={setReason} />
    </FormDialog>
  );
}

/** The tax invoice before payment or hand-over, where something is left to tax; its VAT is due then: one is warned. */
export function EarlyTax({ invoice, onDone }: { invoice: Invoice; onDone: () => void }) {
  const say = useSay('billing');
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const asks = invoice.state === 'open' && may('plugin::billing.tax-invoice.issue-early');
  const { data: left } = useAnswer('GET /billing/invoices/:id/left-to-tax', asks ? { id: invoice.documentId } : null);
  if (!left || left.lines.length === 0) return null;
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {say('do.early_tax')}
      </Button>
      {isOpen && <EarlyTaxDialog {...{ invoice, left, onDone }} onClose={() => setOpen(false)} />}
    </>
  );
}
