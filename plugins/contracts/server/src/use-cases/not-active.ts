import { conflict } from '@sanya/strapi-plugin-platform/kernel';
import type { ContractFacts } from '../domain/contract';

type Standing = Pick<ContractFacts, 'number' | 'state'>;

/** The refusal of what a contract in its state has no place for. */
export const notActive = ({ number, state }: Standing) =>
  conflict('contract.not_active', { params: { contract: number ?? '', state } });

/** What was agreed in a contract may be agreed anew until the contract is over. */
export function checkNotOver(contract: Standing): void {
  if (contract.state === 'ended' || contract.state === 'cancelled') throw notActive(contract);
}
