import { useState } from 'react';
import { formatQuantity } from '@sanya/strapi-plugin-platform/kernel';
import {
  ChoiceField,
  FieldCell,
  Fields,
  FormDialog,
  freshKey,
  LongTextField,
  TextField,
  useSay,
  useTexts,
} from '@sanya/strapi-plugin-platform/ui';
import { CONDITIONS, RETURN_CAUSES } from '../../../../server/src/domain/return';
import { useAsk } from '../../doors';
import type { Order, OrderLine } from '../../types';
import { returnableOf } from './order-returns';

interface ReceiveReturnProps {
  order: Order;
  lines: readonly OrderLine[];
  onClose: () => void;
  onDone: () => void;
}

type Key = 'cause' | 'reason' | `quantity.${string}` | `condition.${string}`;

/** Goods come back: how many of which line, whether they can be sold again, and why. */
export function ReceiveReturn({ order, lines, onClose, onDone }: ReceiveReturnProps) {
  const say = useSay('sales');
  const ask = useAsk();
  const [key] = useState(freshKey);
  const open = lines.filter((line) => returnableOf(line) > 0n);
  const { values, touched, submitting, field } = useTexts<Key>({
    ...{ cause: 'goods_returned', reason: '' },
    ...Object.fromEntries(open.map((line) => [`quantity.${line.documentId}`, ''])),
    ...Object.fromEntries(open.map((line) => [`condition.${line.documentId}`, 'restocked'])),
  } as Record<Key, string>);
  const { refuse } = submitting;

  async function receive(): Promise<void> {
    const back = open.flatMap((line) => {
      const quantity = (values[`quantity.${line.documentId}`] ?? '').replaceAll(',', '').trim();
      const condition = values[`condition.${line.documentId}`] === 'damaged' ? 'damaged' : 'restocked';
      return quantity === '' ? [] : [{ line: line.documentId, quantity, condition } as const];
    });
    const reason = values.reason.trim();
    if (back.length === 0) return refuse({ message: say('return.no_quantity') });
    if (reason === '') return refuse({ message: say('return.no_reason'), field: 'reason' });
    const cause = values.cause === 'goods_faulty' ? 'goods_faulty' : 'goods_returned';
    await ask('POST /sales/orders/:id/returns', { id: order.documentId, key, body: { cause, reason, lines: back } });
    onDone();
  }

  return (
    <FormDialog
      title={say('return.receive_title', { number: order.number ?? '' })}
      label={say('return.receive')}
      touched={touched}
      submitting={submitting}
      onClose={onClose}
      onSubmit={receive}
    >
      <Fields>
        {open.map((line) => (
          <FieldCell key={line.documentId} width={12}>
            <Fields>
              <FieldCell width={6}>
                <TextField
                  {...field(`quantity.${line.documentId}`)}
                  label={line.description}
                  hint={say('return.left', { quantity: formatQuantity(returnableOf(line)), unit: line.unit ?? '' })}
                  inputMode="decimal"
                  unit={line.unit ?? ''}
                />
              </FieldCell>
              <FieldCell width={6}>
                <ChoiceField
                  {...field(`condition.${line.documentId}`)}
                  label={say('return.condition')}
                  choices={CONDITIONS.map((one) => [one, say(`condition.${one}`)] as const)}
                />
              </FieldCell>
            </Fields>
          </FieldCell>
        ))}
      </Fields>
      <ChoiceField
        {...field('cause')}
        label={say('return.cause')}
        choices={RETURN_CAUSES.map((one) => [one, say(`cause.${one}`)] as const)}
      />
      <LongTextField {...field('reason')} required label={say('field.reason')} />
    </FormDialog>
  );
}
