import { useState } from 'react';
import { Typography } from '@strapi/design-system';
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
import { CHECK_RESULTS } from '../../../../server/src/domain/shipment';
import { useAsk } from '../../doors';
import type { ShipmentDialogProps } from '../../shipment-types';

/** Somebody looked at what is packed: it is good, or it is picked anew and the bad pieces are put aside. */
export function CheckDialog({ shipment, onClose, onDone }: ShipmentDialogProps) {
  const say = useSay('sales');
  const ask = useAsk();
  const [key] = useState(freshKey);
  const lines = shipment.lines ?? [];
  const { values, touched, submitting, field } = useTexts<'result' | 'note' | `setAside.${number}.quantity`>({
    ...{ result: 'passed', note: '' },
    ...Object.fromEntries(lines.map((_, index) => [`setAside.${index}.quantity`, ''])),
  });
  const { refuse } = submitting;
  const failed = values.result === 'failed';

  async function check(): Promise<void> {
    const note = values.note.trim();
    if (failed && note === '') return refuse({ message: say('shipment.check_note'), field: 'note' });
    const aside = lines.flatMap((line, index) => {
      const quantity = (values[`setAside.${index}.quantity`] ?? '').replaceAll(',', '').trim();
      return quantity === '' || quantity === '0' ? [] : [{ line: line.documentId, quantity }];
    });
    await ask('POST /sales/shipments/:id/check', {
      id: shipment.documentId,
      key,
      body: {
        result: failed ? 'failed' : 'passed',
        ...(note ? { note } : {}),
        ...(failed && aside.length > 0 ? { setAside: aside } : {}),
      },
    });
    onDone();
  }

  return (
    <FormDialog
      title={say('shipment.check_title', { number: shipment.number })}
      label={say('shipment.check_save')}
      touched={touched}
      submitting={submitting}
      onClose={onClose}
      onSubmit={check}
    >
      <ChoiceField
        {...field('result')}
        label={say('shipment.check_result')}
        choices={CHECK_RESULTS.map((one) => [one, say(`check_result.${one}`)] as const)}
      />
      <LongTextField {...field('note')} required={failed} label={say('field.note')} />
      {failed && (
        <>
          <Typography textColor="neutral600">{say('shipment.check_failed_text')}</Typography>
          <Fields>
            {lines.map((line, index) => (
              <FieldCell key={line.documentId} width={6}>
                <TextField
                  {...field(`setAside.${index}.quantity`)}
                  label={say('shipment.put_aside', { what: line.orderLine?.description ?? '' })}
                  hint={say('shipment.packed_of', { quantity: line.quantity, unit: line.orderLine?.unit ?? '' })}
                  inputMode="decimal"
                  unit={line.orderLine?.unit ?? ''}
                />
              </FieldCell>
            ))}
          </Fields>
        </>
      )}
    </FormDialog>
  );
}
