import { CountWidget, useSay } from '@sanya/strapi-plugin-platform/ui';

/** What ran past its end and nobody decided: each is won back, or its reason kept. */
export function Lapsed() {
  const say = useSay('contracts');
  return (
    <CountWidget
      urgent
      url="/contracts/renewals"
      filters={{ state: { $eq: 'lapsed' } }}
      to="/plugins/contracts/renewals?state=lapsed"
      label={say('widget.lapsed')}
    />
  );
}
