import { type FormEvent, useState } from 'react';
import { Box, Button, Modal } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import {
  Failure,
  FieldCell,
  Fields,
  freshKey,
  TextField,
  useClient,
  useLanguage,
  useSay,
  useSubmit,
} from '@sanya/strapi-plugin-platform/ui';
import { textOf } from '../../product-shown';
import type { Product } from '../../types';

export type StockKind = 'receive' | 'adjust';

export interface StockDialogProps {
  kind: StockKind;
  product: Product;
  onClose: () => void;
  onDone: () => void;
}

const FIELDS = ['quantity', 'reason'];

/** Goods that came in, or a count that was wrong; a correction says why. */
export function StockDialog({ kind, product, onClose, onDone }: StockDialogProps) {
  const say = useSay('sales');
  const sayHouse = useSay('platform');
  const language = useLanguage();
  const { toggleNotification } = useNotification();
  const { send } = useClient();
  const { busy, refused, errorAt, forget, refuse, submit } = useSubmit();
  const [key] = useState(freshKey);
  const [values, setValues] = useState({ quantity: '', reason: '' });
  const touched = values.quantity !== '' || values.reason !== '';
  const keepOpen = (event: Event): void => {
    if (touched) event.preventDefault();
  };
  const field = (name: keyof typeof values) => ({
    name,
    value: values[name],
    error: errorAt(name),
    onChange: (text: string) => {
      setValues((all) => ({ ...all, [name]: text }));
      forget(name);
    },
  });

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    event.stopPropagation();
    const [quantity, reason] = [values.quantity.replaceAll(',', '').trim(), values.reason.trim()];
    if (quantity === '') return refuse({ message: say('stock.no_quantity'), field: 'quantity' });
    if (kind === 'adjust' && reason === '') return refuse({ message: say('stock.no_reason'), field: 'reason' });
    const body = { kind, quantity, ...(reason ? { reason } : {}) };
    const done = await submit(() => send(`/sales/products/${product.documentId}/stock`, body, key));
    if (!done) return;
    toggleNotification({ type: 'success', message: say(`stock.${kind}_done`) });
    onDone();
    onClose();
  }

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content onInteractOutside={keepOpen} onEscapeKeyDown={keepOpen}>
        <Box tag="form" noValidate onSubmit={(event: FormEvent) => void save(event)} width="100%">
          <Modal.Header closeLabel={sayHouse('ui.cancel')}>
            <Modal.Title>{say(`stock.${kind}_title`, { name: textOf(product, 'name', language) })}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            {refused && !FIELDS.includes(refused.field ?? '') && (
              <Box paddingBottom={4}>
                <Failure message={refused.message} />
              </Box>
            )}
            <Fields>
              <FieldCell width={6}>
                <TextField
                  {...field('quantity')}
                  required
                  autoFocus
                  label={say('field.quantity')}
                  hint={say(`stock.${kind}_hint`)}
                  inputMode={kind === 'receive' ? 'decimal' : 'text'}
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
          </Modal.Body>
          <Modal.Footer>
            <Button variant="tertiary" onClick={onClose}>
              {sayHouse('ui.cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {sayHouse('ui.save')}
            </Button>
          </Modal.Footer>
        </Box>
      </Modal.Content>
    </Modal.Root>
  );
}
