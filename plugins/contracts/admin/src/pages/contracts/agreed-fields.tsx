import { CheckField, useSay } from '@sanya/strapi-plugin-platform/ui';

interface Agreed {
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** Whether what is agreed goes on by itself after its term. */
export const AutoRenewField = (agreed: Agreed) => (
  <CheckField name="autoRenew" label={useSay('contracts')('field.auto_renew')} {...agreed} />
);

/** Whether it is billed with the customer's other contracts that are billed so. */
export const BilledTogetherField = (agreed: Agreed) => (
  <CheckField name="billedTogether" label={useSay('contracts')('contract.together')} {...agreed} />
);
