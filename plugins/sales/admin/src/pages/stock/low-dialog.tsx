import { useState } from 'react';
import { FormDialog, freshKey, TextField, useSay, useTexts } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';

interface LowDialogProps {
  level: { product: string; name: string; unit: string; lowBelow: string | null };
  onClose: () => void;
  onDone: () => void;
}

/** From which quantity on a product is low; empty takes the mark away. */
export function LowDialog({ level, onClose, onDone }: LowDialogProps) {
  const say = useSay('sales');
  const sayHouse = useSay('platform');
  const ask = useAsk();
  const [key] = useState(freshKey);
  const { values, touched, submitting, field } = useTexts({ lowBelow: level.lowBelow ?? '' });
  return (
    <FormDialog
      title={say('stock.low_title', { name: level.name })}
      label={sayHouse('ui.save')}
      touched={touched}
      submitting={submitting}
      onClose={onClose}
      onSubmit={async () => {
        const lowBelow = values.lowBelow.replaceAll(',', '').trim() || null;
        await ask('PUT /sales/products/:id/stock', { id: level.product, key, body: { lowBelow } });
        onDone();
        onClose();
      }}
    >
      <TextField
        {...field('lowBelow')}
        label={say('stock.low_mark')}
        hint={say('stock.low_hint')}
        inputMode="decimal"
        unit={level.unit}
        autoFocus
      />
    </FormDialog>
  );
}
