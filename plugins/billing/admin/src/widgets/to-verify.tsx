import { CountWidget, useSay } from '@sanya/strapi-plugin-platform/ui';

const SUBMITTED = { state: { $eq: 'submitted' } };

export function ToVerify() {
  const say = useSay('billing');
  return (
    <CountWidget
      url="/billing/payments"
      filters={SUBMITTED}
      to="/plugins/billing/to-verify"
      label={say('widget.to_verify')}
    />
  );
}
