import { formatQuantity } from '@sanya/strapi-plugin-platform/kernel';
import type { NewDelivery, Tools } from '@sanya/strapi-plugin-platform/kit';
import type { OrderLineRow, OrderRow } from '../../stores/orders';
import type { IssuedInvoice } from '../invoicing';
import type { LockedOrder } from '../lock-orders';
import { orderMail } from '../order-mail';
import type { AmendedOrder } from './amend-orders';

interface Change {
  order: OrderRow;
  lines: readonly OrderLineRow[];
  customer: LockedOrder['customer'];
  before: ReadonlyMap<number, OrderLineRow>;
  said: AmendedOrder['said'];
  reason: string;
  issued: IssuedInvoice | null;
}

/** What is different now, and what that does to the bill; a new invoice goes with it. */
export function changeMail(
  { platform }: Tools,
  { order, lines, customer, before, said, reason, issued }: Change,
): NewDelivery {
  const reader = { to: customer.email ?? '', name: customer.name };
  const mail = orderMail(platform, 'order-changed', { order, lines, invoice: issued }, reader, String(order.revision));
  const changes = lines.flatMap((line) => {
    const was = before.get(line.id)?.quantity ?? 0n;
    return was === line.quantity
      ? []
      : [
          {
            description: line.description,
            was: formatQuantity(was),
            now: formatQuantity(line.quantity),
            unit: line.unit,
          },
        ];
  });
  const sentence = said.map(({ code, params }) => platform.messages.say(order.language, code, params)).join(' ');
  return {
    ...mail,
    data: { ...mail.data, changes, sentence, reason },
    ...(issued ? { documents: [{ kind: 'invoice', id: issued.id }] } : {}),
  };
}
