import { startOfDay } from '@sanya/strapi-plugin-platform/kernel';
import { CountWidget, useSay, useToday } from '@sanya/strapi-plugin-platform/ui';

export function OrdersToday() {
  const say = useSay('sales');
  const { today, zone } = useToday();
  return (
    <CountWidget
      url="/sales/orders"
      filters={{ placedAt: { $gte: startOfDay(zone, today) } }}
      to="/plugins/sales/orders"
      label={say('widget.orders_today')}
    />
  );
}
