import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import { parseMoney, sum } from '@sanya/strapi-plugin-platform/kernel';
import {
  Failure,
  FormDialog,
  freshKey,
  Money,
  Sums,
  useApi,
  useSay,
  useTell,
  Waiting,
} from '@sanya/strapi-plugin-platform/ui';
import { DEBIT_CAUSES, lawfulCauses } from '../../../../server/src/domain/causes';
import { useAsk } from '../../doors';
import type { InvoiceLine } from '../../types';
import type { NoteDialogProps } from './credit-dialog';
import { TypingCell, TypingInput, TypingRow, TypingTable } from '../../ui/typing-table';
import { CauseFields, useCause } from './note-fields';

/** Charges what was charged too little, line by line; the amounts include VAT, as the lines do. */
export function DebitDialog({ invoice, onClose, onDone }: NoteDialogProps) {
  const say = useSay('billing');
  const tell = useTell();
  const ask = useAsk();
  const [key] = useState(freshKey);
  const [typed, setTyped] = useState<Record<string, string>>({});
  const { currency, documentId } = invoice;
  const { data: lines, error } = useApi<InvoiceLine[]>('/billing/invoice-lines', {
    filters: { invoice: { documentId: { $eq: documentId } } },
    sort: 'position:asc',
    pagination: { pageSize: 100 },
  });
  const amounts = Object.entries(typed).flatMap(([line, text]) =>
    text.trim() === '' ? [] : [{ line, amount: parseMoney(text, currency) }],
  );
  const chosen = (lines ?? []).filter(({ documentId: id }) => amounts.some(({ line }) => line === id));
  const cause = useCause(
    lawfulCauses(
      DEBIT_CAUSES,
      (chosen.length > 0 ? chosen : (lines ?? [])).map(({ kind }) => kind),
    ),
  );
  const isWrong = (amount: bigint | undefined): boolean => amount === undefined || amount <= 0n;
  const total = sum(amounts.map((one) => one.amount ?? 0n));
  const isReady = amounts.length > 0 && cause.isSaid && !amounts.some((one) => isWrong(one.amount));

  async function debit(): Promise<void> {
    await ask('POST /billing/invoices/:id/debit-notes', {
      id: documentId,
      key,
      body: {
        ...cause.body,
        lines: amounts.map(({ line, amount }) => ({ line, amount: String(amount) })),
      },
    });
    tell(say('did.debit_notes'));
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
          <TypingTable
            heads={[
              { text: say('field.description') },
              { text: say('field.total'), right: true },
              { text: say('note.more') },
            ]}
          >
            {lines.map((line) => (
              <TypingRow key={line.documentId}>
                <TypingCell>
                  <Typography style={{ whiteSpace: 'normal' }}>{line.description}</Typography>
                </TypingCell>
                <TypingCell right>
                  <Money amount={line.total} currency={currency} />
                </TypingCell>
                <TypingCell>
                  <TypingInput
                    name={`more-${line.documentId}`}
                    label={`${say('note.more')} ${line.description}`}
                    value={typed[line.documentId] ?? ''}
                    error={
                      amounts.some((one) => one.line === line.documentId && isWrong(one.amount)) &&
                      say('note.above_zero')
                    }
                    onChange={(text) => setTyped((before) => ({ ...before, [line.documentId]: text }))}
                  />
                </TypingCell>
              </TypingRow>
            ))}
          </TypingTable>
          <Sums rows={[[say('note.debited'), <Money key="total" amount={total} currency={currency} strong />]]} />
          <CauseFields typed={cause} />
        </>
      )}
    </FormDialog>
  );
}
