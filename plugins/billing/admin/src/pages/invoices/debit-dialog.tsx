import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { parseMoney, sum } from '@sanya/strapi-plugin-platform/kernel';
import { Failure, FormDialog, freshKey, Money, Sums, useApi, useSay, Waiting } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { InvoiceLine } from '../../types';
import type { NoteDialogProps } from './credit-dialog';
import { CauseFields, DEBIT_CAUSES, NoteCell, NoteInput, NoteRow, NoteTable } from './note-fields';

/** Charges what was charged too little, line by line; the amounts include VAT, as the lines do. */
export function DebitDialog({ invoice, onClose, onDone }: NoteDialogProps) {
  const say = useSay('billing');
  const { toggleNotification } = useNotification();
  const ask = useAsk();
  const [key] = useState(freshKey);
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [cause, setCause] = useState('price_too_low');
  const [reason, setReason] = useState('');
  const { currency, documentId } = invoice;
  const { data: lines, error } = useApi<InvoiceLine[]>('/billing/invoice-lines', {
    filters: { invoice: { documentId: { $eq: documentId } } },
    sort: 'position:asc',
    pagination: { pageSize: 100 },
  });
  const amounts = Object.entries(typed).flatMap(([line, text]) =>
    text.trim() === '' ? [] : [{ line, amount: parseMoney(text, currency) }],
  );
  const isWrong = (amount: bigint | undefined): boolean => amount === undefined || amount <= 0n;
  const total = sum(amounts.map((one) => one.amount ?? 0n));
  const isReady = amounts.length > 0 && reason.trim() !== '' && !amounts.some((one) => isWrong(one.amount));

  async function debit(): Promise<void> {
    await ask('POST /billing/invoices/:id/debit-notes', {
      id: documentId,
      key,
      body: {
        reason: reason.trim(),
        cause,
        lines: amounts.map(({ line, amount }) => ({ line, amount: String(amount) })),
      },
    });
    toggleNotification({ type: 'success', message: say('did.debit_notes') });
    onDone();
    onClose();
  }

  return (
    <FormDialog
      title={say('note.debit_title', { number: invoice.number ?? '' })}
      label={say('do.debit_notes')}
      disabled={!isReady}
      onClose={onClose}
      onSubmit={debit}
    >
      {error !== undefined && <Failure message={error} />}
      {!lines && error === undefined && <Waiting />}
      {lines && (
        <>
          <Typography textColor="neutral600">{say('note.debit_hint')}</Typography>
          <NoteTable
            heads={[
              { text: say('field.description') },
              { text: say('field.total'), right: true },
              { text: say('note.more') },
            ]}
          >
            {lines.map((line) => (
              <NoteRow key={line.documentId}>
                <NoteCell>
                  <Typography style={{ whiteSpace: 'normal' }}>{line.description}</Typography>
                </NoteCell>
                <NoteCell right>
                  <Money amount={line.total} currency={currency} />
                </NoteCell>
                <NoteCell>
                  <NoteInput
                    name={`more-${line.documentId}`}
                    label={`${say('note.more')} ${line.description}`}
                    value={typed[line.documentId] ?? ''}
                    error={
                      amounts.some((one) => one.line === line.documentId && isWrong(one.amount)) &&
                      say('note.above_zero')
                    }
                    onChange={(text) => setTyped((before) => ({ ...before, [line.documentId]: text }))}
                  />
                </NoteCell>
              </NoteRow>
            ))}
          </NoteTable>
          <Sums rows={[[say('note.debited'), <Money key="total" amount={total} currency={currency} strong />]]} />
          <CauseFields causes={DEBIT_CAUSES} cause={cause} onCause={setCause} reason={reason} onReason={setReason} />
        </>
      )}
    </FormDialog>
  );
}
