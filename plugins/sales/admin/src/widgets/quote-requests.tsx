import { CountWidget, useSay, useToday } from '@sanya/strapi-plugin-platform/ui';
import { filterOf } from '../quote-shown';

/** Customers who wait for a quote they asked for. */
export function QuoteRequests() {
  const say = useSay('sales');
  const { today } = useToday();
  return (
    <CountWidget
      url="/sales/quotes"
      filters={{ ...filterOf('requested', today) }}
      to="/plugins/sales/quotes?state=requested"
      label={say('widget.quote_requests')}
      urgent
    />
  );
}
