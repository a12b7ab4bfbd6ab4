import type { ContractsDoors } from '../../doors';

export type Cockpit = ContractsDoors['GET /contracts/renewal-cockpit']['answers'];
export type CockpitRow = Cockpit['rows'][number];
export type ExpiringMonth = ContractsDoors['GET /contracts/expiring-by-month']['answers'][number];
