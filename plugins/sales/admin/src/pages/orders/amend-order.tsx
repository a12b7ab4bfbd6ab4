import { useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import {
  FieldCell,
  Fields,
  FormDialog,
  freshKey,
  LongTextField,
  Money,
  RemoveButton,
  SearchPicker,
  Sums,
  TextField,
  useMay,
  useSay,
  useTell,
  useSubmit,
} from '@sanya/strapi-plugin-platform/ui';
import { type SalesDoors, useAsk } from '../../doors';
import type { Order, OrderLine, Product } from '../../types';

type Preview = SalesDoors['POST /sales/orders/:id/amend/preview']['answers'];

const AMENDABLE: readonly Order['state'][] = ['placed', 'confirmed', 'fulfilling'];

interface AmendOrderProps {
  order: Order;
  lines: readonly OrderLine[];
  onDone: () => void;
}

/** The order is to be another: quantities, lines away, lines more; first what that does to the bill. */
export function AmendOrder(props: AmendOrderProps) {
  const say = useSay('sales');
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may('plugin::sales.order.amend') || !AMENDABLE.includes(props.order.state)) return null;
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {say('amend.title')}
      </Button>
      {open && <AmendDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function AmendDialog({ order, lines, onClose, onDone }: AmendOrderProps & { onClose: () => void }) {
  const say = useSay('sales');
  const ask = useAsk();
  const tell = useTell();
  const submitting = useSubmit();
  const [key] = useState(freshKey);
  const [quantities, setQuantities] = useState<Record<string, string>>(
    Object.fromEntries(lines.map((line) => [line.documentId, line.quantity])),
  );
  const [added, setAdded] = useState<{ product: Product; quantity: string }[]>([]);
  const [reason, setReason] = useState('');
  const [preview, setPreview] = useState<Preview>();
  const touch = (): void => {
    setPreview(undefined);
    submitting.forget('reason');
  };
  const clean = (text: string): string => text.replaceAll(',', '').trim() || '0';
  const changed = lines
    .filter((line) => clean(quantities[line.documentId] ?? '') !== line.quantity)
    .map((line) => ({ line: line.documentId, quantity: clean(quantities[line.documentId] ?? '') }));

  async function submit(): Promise<void> {
    if (reason.trim() === '') return submitting.refuse({ message: say('amend.no_reason'), field: 'reason' });
    const body = {
      lines: changed,
      add: added.map(({ product, quantity }) => ({ product: product.documentId, quantity: clean(quantity) })),
      reason: reason.trim(),
    };
    if (!preview) {
      setPreview(await ask('POST /sales/orders/:id/amend/preview', { id: order.documentId, body }));
      return;
    }
    const { asked } = await ask('POST /sales/orders/:id/amend', { id: order.documentId, key, body });
    tell(say(asked ? 'amend.asked' : 'amend.done'));
    onDone();
    onClose();
  }

  return (
    <FormDialog
      title={say('amend.dialog', { number: order.number ?? '' })}
      label={say(!preview ? 'amend.look' : preview.asked ? 'amend.ask' : 'amend.do')}
      touched={changed.length + added.length > 0 || reason !== ''}
      submitting={submitting}
      onClose={onClose}
      onSubmit={submit}
    >
      <Typography textColor="neutral600">{say('amend.text')}</Typography>
      <Fields>
        {lines.map((line) => (
          <FieldCell key={line.documentId} width={6}>
            <TextField
              name={`quantity.${line.documentId}`}
              label={line.description}
              hint={line.delivered === '0' ? undefined : say('amend.least', { quantity: line.delivered })}
              inputMode="decimal"
              unit={line.unit ?? ''}
              value={quantities[line.documentId] ?? ''}
              onChange={(typed) => {
                setQuantities((all) => ({ ...all, [line.documentId]: typed }));
                touch();
              }}
            />
          </FieldCell>
        ))}
      </Fields>
      {added.map(({ product, quantity }, index) => (
        <Flex key={product.documentId} gap={2} alignItems="flex-end">
          <Box flex="1">
            <TextField
              name={`add.${index}.quantity`}
              label={product.name}
              inputMode="decimal"
              unit={product.unit}
              value={quantity}
              onChange={(typed) => {
                setAdded((all) => all.map((one, at) => (at === index ? { ...one, quantity: typed } : one)));
                touch();
              }}
            />
          </Box>
          <RemoveButton
            label={say('new.remove_line')}
            onRemove={() => {
              setAdded((all) => all.filter((_, at) => at !== index));
              touch();
            }}
          />
        </Flex>
      ))}
      <SearchPicker<Product>
        name="add"
        label={say('amend.add')}
        placeholder={say('amend.add_hint')}
        url="/sales/products"
        asked={(text) => ({
          filters: { state: { $eq: 'active' }, $or: [{ name: { $containsi: text } }, { sku: { $containsi: text } }] },
        })}
        keyOf={(product) => product.documentId}
        show={(product) => <Typography>{[product.name, product.sku].filter(Boolean).join(' · ')}</Typography>}
        onChoose={(product) => {
          setAdded((all) =>
            all.some((one) => one.product.documentId === product.documentId)
              ? all
              : [...all, { product, quantity: '1' }],
          );
          touch();
        }}
        nothing={say('products.empty')}
      />
      <LongTextField
        name="reason"
        required
        label={say('field.reason')}
        error={submitting.errorAt('reason')}
        value={reason}
        onChange={(typed) => {
          setReason(typed);
          touch();
        }}
      />
      {preview && (
        <Box background="primary100" padding={4} hasRadius>
          <Typography tag="p" fontWeight="semiBold">
            {preview.sentence}
          </Typography>
          {preview.asked && <Typography tag="p">{say('amend.asks')}</Typography>}
          <Sums
            rows={[
              [say('amend.before'), <Money key="before" amount={order.total} currency={order.currency} />],
              [say('field.total'), <Money key="after" amount={preview.total} currency={order.currency} strong />],
            ]}
          />
        </Box>
      )}
    </FormDialog>
  );
}
