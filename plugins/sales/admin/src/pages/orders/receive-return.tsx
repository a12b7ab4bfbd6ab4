import { useState } from 'react';
import { formatQuantity } from '@sanya/strapi-plugin-platform/kernel';
import { Flex, Typography } from '@strapi/design-system';
import {
  CheckField,
  ChoiceField,
  FieldCell,
  Fields,
  FormDialog,
  freshKey,
  LongTextField,
  TextField,
  useApi,
  useMay,
  useSay,
  useTexts,
} from '@sanya/strapi-plugin-platform/ui';
import { CONDITIONS, RETURN_CAUSES } from '../../../../server/src/domain/return';
import { useAsk } from '../../doors';
import type { InstalledItem } from '../../item-types';
import type { Order, OrderLine } from '../../types';
import { useWarehouses, warehouseBody, WarehouseField } from '../../warehouses';
import { returnableOf } from './order-returns';

interface ReceiveReturnProps {
  order: Order;
  lines: readonly OrderLine[];
  onClose: () => void;
  onDone: () => void;
}

type Key = 'cause' | 'reason' | 'warehouse' | `quantity.${string}` | `condition.${string}` | `serial.${string}`;

/** Goods come back: how many of which line, whether they can be sold again, and why. */
export function ReceiveReturn(props: ReceiveReturnProps) {
  const seen = useMay()('plugin::content-manager.explorer.read', 'plugin::sales.installed-item');
  const { data: items, error } = useApi<InstalledItem[]>(seen ? '/sales/installed-items' : null, {
    filters: {
      state: { $eq: 'installed' },
      shipmentLine: { shipment: { order: { documentId: { $eq: props.order.documentId } } } },
    },
    populate: { shipmentLine: { populate: { orderLine: true } } },
    sort: 'serial:asc',
    pagination: { pageSize: 100 },
  });
  return seen && !items && error === undefined ? null : <Receive {...props} items={items ?? []} />;
}

/** What of the order stands at the customer's with a serial number is named where some of it stays. */
function Receive({ order, lines, items, onClose, onDone }: ReceiveReturnProps & { items: readonly InstalledItem[] }) {
  const say = useSay('sales');
  const ask = useAsk();
  const [key] = useState(freshKey);
  const warehouses = useWarehouses();
  const open = lines.filter((line) => returnableOf(line) > 0n);
  const { values, touched, submitting, field } = useTexts<Key>({
    ...{ cause: 'goods_returned', reason: '', warehouse: '' },
    ...Object.fromEntries(open.map((line) => [`quantity.${line.documentId}`, ''])),
    ...Object.fromEntries(open.map((line) => [`condition.${line.documentId}`, 'restocked'])),
    ...Object.fromEntries(items.map((item) => [`serial.${item.documentId}`, ''])),
  } as Record<Key, string>);
  const { refuse } = submitting;
  const itemsOf = (line: OrderLine): InstalledItem[] =>
    items.filter(({ shipmentLine }) => shipmentLine?.orderLine?.documentId === line.documentId);

  async function receive(): Promise<void> {
    const back = open.flatMap((line) => {
      const quantity = (values[`quantity.${line.documentId}`] ?? '').replaceAll(',', '').trim();
      const condition = values[`condition.${line.documentId}`] === 'damaged' ? 'damaged' : 'restocked';
      const named = itemsOf(line).filter(({ documentId }) => values[`serial.${documentId}`] !== '');
      const serials = named.length > 0 ? { serials: named.map(({ serial }) => serial) } : {};
      return quantity === '' ? [] : [{ line: line.documentId, quantity, condition, ...serials } as const];
    });
    const reason = values.reason.trim();
    if (back.length === 0) return refuse({ message: say('return.no_quantity') });
    if (reason === '') return refuse({ message: say('return.no_reason'), field: 'reason' });
    const cause = values.cause === 'goods_faulty' ? 'goods_faulty' : 'goods_returned';
    await ask('POST /sales/orders/:id/returns', {
      id: order.documentId,
      key,
      body: { cause, reason, lines: back, ...warehouseBody(values.warehouse) },
    });
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
              {itemsOf(line).length > 0 && (
                <FieldCell width={12}>
                  <Typography variant="pi" fontWeight="bold">
                    {say('return.serials')}
                  </Typography>
                  <Flex gap={4} wrap="wrap" paddingTop={2}>
                    {itemsOf(line).map(({ documentId, serial }) => {
                      const { name, value, error, onChange } = field(`serial.${documentId}`);
                      return (
                        <CheckField
                          key={documentId}
                          {...{ name, error }}
                          label={serial}
                          checked={value !== ''}
                          onChange={(checked) => onChange(checked ? serial : '')}
                        />
                      );
                    })}
                  </Flex>
                </FieldCell>
              )}
            </Fields>
          </FieldCell>
        ))}
      </Fields>
      <ChoiceField
        {...field('cause')}
        label={say('return.cause')}
        choices={RETURN_CAUSES.map((one) => [one, say(`cause.${one}`)] as const)}
      />
      <WarehouseField {...field('warehouse')} label={say('return.to_warehouse')} warehouses={warehouses} />
      <LongTextField {...field('reason')} required label={say('field.reason')} />
    </FormDialog>
  );
}
