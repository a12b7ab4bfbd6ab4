import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import {
  ChoiceField,
  Failure,
  FormDialog,
  freshKey,
  Money,
  Sums,
  useSay,
  useTell,
  Waiting,
} from '@sanya/strapi-plugin-platform/ui';
import {
  type Creditable,
  type CreditableLine,
  creditBody,
  creditedLine,
  creditTotal,
  EMPTY_LINE,
  offsetOf,
  type TypedLine,
} from '../../crediting';
import { CREDIT_CAUSES, lawfulCauses } from '../../../../server/src/domain/causes';
import { useAnswer, useAsk } from '../../doors';
import type { Invoice } from '../../types';
import { TypingCell, TypingInput, TypingRow, TypingTable } from '../../ui/typing-table';
import { CauseFields, useCause } from './note-fields';

export interface NoteDialogProps {
  invoice: Invoice;
  onClose: () => void;
  onDone: () => void;
}

/** Everything that is left of a line. */
const allOf = ({ left, leftQuantity }: CreditableLine, currency: string): TypedLine =>
  leftQuantity === '0' ? { quantity: '', amount: formatMoney(left, currency) } : { quantity: leftQuantity, amount: '' };

/** All that is left of an invoice. */
const wholeOf = ({ lines, currency }: Creditable): Record<string, TypedLine> =>
  Object.fromEntries(lines.filter(({ left }) => left !== '0').map((line) => [line.line, allOf(line, currency)]));

/**
 * Credits an invoice by lines: what is left of each stands beside what is typed, what it comes to below. Whole: all that
 * is left is typed already.
 */
export function CreditDialog({ invoice, whole, onClose, onDone }: NoteDialogProps & { whole: boolean }) {
  const say = useSay('billing');
  const tell = useTell();
  const ask = useAsk();
  const [key] = useState(freshKey);
  const [changed, setTyped] = useState<Record<string, TypedLine>>();
  const [settle, setSettle] = useState('offset');
  const id = invoice.documentId;
  const { data, error } = useAnswer('GET /billing/invoices/:id/creditable', { id });
  const typed = changed ?? (whole && data ? wholeOf(data) : {});
  const currency = data?.currency ?? invoice.currency;
  const lines = (data?.lines ?? []).map((line) => creditedLine(line, typed[line.line] ?? EMPTY_LINE, currency));
  const chosen = lines.filter((one) => one.chosen);
  const cause = useCause(
    lawfulCauses(
      CREDIT_CAUSES,
      (chosen.length > 0 ? chosen : lines).map(({ line }) => line.kind),
    ),
  );
  const total = creditTotal(lines);
  const offset = offsetOf(total, data?.amountDue ?? '0', settle !== 'offset');
  const isReady = total > 0n && cause.isSaid && lines.every((one) => one.wrong === undefined);

  const change = (line: string, part: Partial<TypedLine>): void =>
    setTyped({ ...typed, [line]: { ...EMPTY_LINE, ...typed[line], ...part } });

  async function credit(): Promise<void> {
    await ask('POST /billing/invoices/:id/credit-notes', {
      id,
      key,
      body: {
        ...cause.body,
        lines: creditBody(lines, typed),
        ...(settle === 'offset' ? {} : { settle: [{ how: settle }] }),
      },
    });
    tell(say('did.credit_notes'));
    onDone();
    onClose();
  }

  const input = (line: CreditableLine, name: keyof TypedLine, disabled: boolean) => {
    const isWrong = lines.find((one) => one.line === line)?.wrong === name;
    const most = name === 'amount' ? formatMoney(line.left, currency) : line.leftQuantity;
    return (
      <TypingInput
        name={`${name}-${line.line}`}
        label={`${say(`note.${name}`)} ${line.description}`}
        value={typed[line.line]?.[name] ?? ''}
        error={isWrong && say('note.at_most', { most })}
        disabled={disabled}
        onChange={(text) => change(line.line, { [name]: text })}
      />
    );
  };

  return (
    <FormDialog
      title={say(whole ? 'note.credit_whole_title' : 'note.credit_title', { number: invoice.number ?? '' })}
      label={say(whole ? 'do.credit_notes' : 'do.credit_lines')}
      disabled={!isReady}
      onClose={onClose}
      onSubmit={credit}
    >
      {error !== undefined && <Failure message={error} />}
      {!data && error === undefined && <Waiting />}
      {data && (
        <>
          <TypingTable
            heads={[
              { text: say('field.description') },
              { text: say('note.left_quantity'), right: true },
              { text: say('note.left'), right: true },
              { text: say('note.quantity') },
              { text: say('note.amount') },
            ]}
          >
            {lines.map(({ line, amount, chosen }) => (
              <TypingRow key={line.line}>
                <TypingCell>
                  <Typography style={{ whiteSpace: 'normal' }}>{line.description}</Typography>
                </TypingCell>
                <TypingCell right>
                  <Typography style={{ whiteSpace: 'nowrap' }}>
                    {`${line.leftQuantity} ${line.unit ?? ''}`.trim()}
                  </Typography>
                </TypingCell>
                <TypingCell right>
                  <Money amount={line.left} currency={currency} />
                </TypingCell>
                <TypingCell>{input(line, 'quantity', line.leftQuantity === '0')}</TypingCell>
                <TypingCell>
                  <Flex direction="column" alignItems="flex-start" gap={1}>
                    {input(line, 'amount', line.left === '0')}
                    {chosen && amount !== undefined && <Money amount={amount} currency={currency} tone="neutral600" />}
                  </Flex>
                </TypingCell>
              </TypingRow>
            ))}
          </TypingTable>
          <Flex justifyContent="space-between" alignItems="flex-start" gap={4}>
            <Button variant="tertiary" size="S" onClick={() => setTyped(wholeOf(data))}>
              {say('note.take_all')}
            </Button>
            <Sums
              rows={[
                [say('note.credited'), <Money key="total" amount={total} currency={currency} strong />],
                [say('note.offset'), <Money key="offset" amount={offset} currency={currency} />],
                [
                  say(settle === 'refund' ? 'note.refund' : 'account.credit'),
                  <Money key="credit" amount={total - offset} currency={currency} />,
                ],
              ]}
            />
          </Flex>
          <CauseFields typed={cause}>
            <ChoiceField
              name="settle"
              label={say('note.settle')}
              value={settle}
              onChange={setSettle}
              choices={[
                ['offset', say('note.settle_offset')],
                ['credit', say('note.settle_credit')],
                ['refund', say('note.settle_refund')],
              ]}
            />
          </CauseFields>
        </>
      )}
    </FormDialog>
  );
}
