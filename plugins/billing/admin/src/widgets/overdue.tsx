import { CountWidget, useSay, useToday } from '@sanya/strapi-plugin-platform/ui';

export function Overdue() {
  const say = useSay('billing');
  const { today } = useToday();
  return (
    <CountWidget
      urgent
      url="/billing/invoices"
      filters={{ state: { $eq: 'open' }, dueDate: { $lt: today } }}
      to="/plugins/billing/invoices?state=overdue"
      label={say('widget.overdue')}
    />
  );
}
