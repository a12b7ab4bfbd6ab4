import { CountWidget, useSay } from '@sanya/strapi-plugin-platform/ui';

const WAITING = { state: { $in: ['submitted', 'to_check'] } };

export function ToVerify() {
  const say = useSay('billing');
  return (
    <CountWidget
      url="/billing/payments"
      filters={WAITING}
      to="/plugins/billing/to-verify"
      label={say('widget.to_verify')}
    />
  );
}
