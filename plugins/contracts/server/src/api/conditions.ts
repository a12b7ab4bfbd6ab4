import { ownRows, type Tools } from '@sanya/strapi-plugin-platform/kit';

const CRM_SETTING = 'plugin::crm.setting';

export const OWN_CONTRACTS = 'plugin::contracts.contracts-of-own-customers';
export const OWN_CONTRACT_PARTS = 'plugin::contracts.contract-parts-of-own-customers';
export const OWN_RENEWAL_NOTICES = 'plugin::contracts.renewal-notices-of-own-customers';

/** Whoever sees only the customers they look after sees only those customers' contracts. */
const own = ownRows({
  'contracts-of-own-customers': 'customer.owner',
  'contract-parts-of-own-customers': 'contract.customer.owner',
  'renewal-notices-of-own-customers': 'renewal.contract.customer.owner',
});
export const { conditions } = own;

export const decideVisibility = ({ platform }: Tools): void =>
  own.openBy(async () => (await platform.settings.read<{ salesSee: string }>(CRM_SETTING)).salesSee === 'all');
