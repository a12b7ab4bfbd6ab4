import { useState } from 'react';
import {
  FieldCell,
  Fields,
  FormDialog,
  freshKey,
  TextField,
  useLanguage,
  useSay,
  useTell,
  useTexts,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import { textOf } from '../../product-shown';
import type { Product } from '../../types';
import { useWarehouses, warehouseBody, WarehouseField } from '../../warehouses';

export type StockKind = 'receive' | 'count' | 'adjust';

export interface StockDialogProps {
  kind: StockKind;
  product: Pick<Product, 'documentId' | 'name' | 'unit'> & Partial<Pick<Product, 'translations'>>;
  /** Document id of the warehouse that is chosen at first; the default one unless told. */
  warehouse?: string;
  onClose: () => void;
  onDone: () => void;
}

/** Goods that came in, or a count that was wrong; a correction says why. */
export function StockDialog({ kind, product, warehouse = '', onClose, onDone }: StockDialogProps) {
  const say = useSay('sales');
  const sayHouse = useSay('platform');
  const language = useLanguage();
  const tell = useTell();
  const ask = useAsk();
  const [key] = useState(freshKey);
  const { values, touched, submitting, field } = useTexts({ quantity: '', reason: '', warehouse });
  const warehouses = useWarehouses();
  const { refuse } = submitting;

  async function save(): Promise<void> {
    const [quantity, reason] = [values.quantity.replaceAll(',', '').trim(), values.reason.trim()];
    if (quantity === '') return refuse({ message: say('stock.no_quantity'), field: 'quantity' });
    if (kind === 'adjust' && reason === '') return refuse({ message: say('stock.no_reason'), field: 'reason' });
    const body = { kind, quantity, ...(reason ? { reason } : {}), ...warehouseBody(values.warehouse) };
    await ask('POST /sales/products/:id/stock', { id: product.documentId, body, key });
    tell(say(`stock.${kind}_done`));
    onDone();
    onClose();
  }

  return (
    <FormDialog
      title={say(`stock.${kind}_title`, {
        name: textOf({ translations: null, ...product } as Product, 'name', language),
      })}
      label={sayHouse('ui.save')}
      back={{ label: sayHouse('ui.cancel') }}
      touched={touched}
      submitting={submitting}
      onClose={onClose}
      onSubmit={save}
    >
      <WarehouseField {...field('warehouse')} warehouses={warehouses} />
      <Fields>
        <FieldCell width={6}>
          <TextField
            {...field('quantity')}
            required
            autoFocus
            label={say('field.quantity')}
            hint={say(`stock.${kind}_hint`)}
            inputMode={kind === 'adjust' ? 'text' : 'decimal'}
            unit={product.unit}
          />
        </FieldCell>
        <FieldCell width={6}>
          <TextField
            {...field('reason')}
            required={kind === 'adjust'}
            label={say('field.reason')}
            hint={say(`stock.${kind}_reason_hint`)}
            maxLength={200}
          />
        </FieldCell>
      </Fields>
    </FormDialog>
  );
}
