import { useState } from 'react';
import {
  FieldCell,
  Fields,
  FormDialog,
  freshKey,
  TextField,
  useSay,
  useTell,
  useTexts,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import { type Warehouse, WarehouseField } from '../../warehouses';

export interface Moving {
  /** Document id of the product. */
  product: string;
  name: string;
  unit: string;
  /** Document ids and quantity, where a move is undone. */
  from?: string;
  to?: string;
  quantity?: string;
}

interface MoveDialogProps {
  moving: Moving;
  warehouses: readonly Warehouse[];
  onClose: () => void;
  onDone: () => void;
}

/** Goods go from one warehouse to another. */
export function MoveDialog({ moving, warehouses, onClose, onDone }: MoveDialogProps) {
  const say = useSay('sales');
  const tell = useTell();
  const ask = useAsk();
  const [key] = useState(freshKey);
  const standard = warehouses.find(({ isDefault }) => isDefault)?.documentId ?? '';
  const other = warehouses.find(({ isDefault }) => !isDefault)?.documentId ?? '';
  const { values, touched, submitting, field } = useTexts({
    from: moving.from ?? standard,
    to: moving.to ?? (moving.from === other ? standard : other),
    quantity: moving.quantity ?? '',
    reason: '',
  });
  const { refuse } = submitting;

  async function move(): Promise<void> {
    const [quantity, reason] = [values.quantity.replaceAll(',', '').trim(), values.reason.trim()];
    if (quantity === '') return refuse({ message: say('stock.no_quantity'), field: 'quantity' });
    const body = { from: values.from, to: values.to, quantity, ...(reason ? { reason } : {}) };
    await ask('POST /sales/products/:id/stock/move', { id: moving.product, body, key });
    tell(say('stock.move_done'));
    onDone();
    onClose();
  }

  return (
    <FormDialog
      title={say('stock.move_title', { name: moving.name })}
      label={say('stock.move')}
      touched={touched}
      submitting={submitting}
      onClose={onClose}
      onSubmit={move}
    >
      <Fields>
        <FieldCell width={6}>
          <WarehouseField {...field('from')} label={say('stock.move_from')} warehouses={warehouses} />
        </FieldCell>
        <FieldCell width={6}>
          <WarehouseField {...field('to')} label={say('stock.move_to')} warehouses={warehouses} />
        </FieldCell>
        <FieldCell width={6}>
          <TextField
            {...field('quantity')}
            required
            autoFocus
            label={say('field.quantity')}
            inputMode="decimal"
            unit={moving.unit}
          />
        </FieldCell>
        <FieldCell width={6}>
          <TextField {...field('reason')} label={say('field.reason')} maxLength={200} />
        </FieldCell>
      </Fields>
    </FormDialog>
  );
}
