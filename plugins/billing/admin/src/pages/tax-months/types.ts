import type { BillingDoors } from '../../doors';

export type WholeTaxMonth = BillingDoors['GET /billing/tax-months/:month']['answers'];
export type TaxMonth = BillingDoors['GET /billing/tax-months']['answers'][number];
export type BranchFigures = WholeTaxMonth['branches'][number];
export type Missing = WholeTaxMonth['missing'][number];

/** `under_way` is derived: a month that is not over cannot be closed yet. */
export const shownMonthState = ({ state, over }: TaxMonth): string => (over ? state : 'under_way');
