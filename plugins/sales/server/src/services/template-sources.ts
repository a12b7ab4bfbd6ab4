import type { Language } from '@sanya/strapi-plugin-platform/kernel';
import type { TemplateSource, Tools } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER, INVOICE, ORDER } from '../content-types/types';
import { ordersStore } from '../stores/orders';
import { orderMailData } from '../use-cases/order-mail';
import { shipmentSource } from './shipment-templates';

/** What staff see the mails about orders with while they edit them. */
export function templateSources({ platform }: Tools): TemplateSource[] {
  const { rows } = platform;

  async function dataOf(id: number, language: Language): Promise<Record<string, unknown> | undefined> {
    const [order] = await ordersStore(rows).byIds([id]);
    if (!order) return undefined;
    const lines = await ordersStore(rows).linesOf([id]);
    const [customer] = await rows.byIds<{ name: string }>(CUSTOMER, [order.customer], { fields: ['name'] });
    const [invoice] = await rows.byIds<{ number: string; dueDate: string }>(
      INVOICE,
      order.invoice === null ? [] : [order.invoice],
      { fields: ['number', 'dueDate'] },
    );
    return orderMailData(
      platform,
      { order: { ...order, language }, lines, invoice: invoice ?? null },
      customer?.name ?? '',
    );
  }

  const about = { type: ORDER, names: ['number'], dataOf };
  return [
    { ...about, templates: ['order-confirmation'], where: { state: { $ne: 'draft' } } },
    { ...about, templates: ['order-cancelled'], where: { state: 'cancelled' } },
    { ...about, templates: ['order-expired'], where: { state: 'expired' } },
    { ...about, templates: ['order-delayed'], where: { promisedOn: { $notNull: true } } },
    shipmentSource(platform),
  ];
}
