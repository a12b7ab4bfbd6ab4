import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { chainsOf } from '../../domain/line-chain';
import { selling } from '../selling';
import { type ContractOfOrder, contractsOfOrders } from './contracts-of-orders';

/** Lines of its order that were billed for a period: of what was served of them, and of what was given back, it keeps count. */
function billedOf({ one: { contract, lines, periods }, order, orderedAs }: ContractOfOrder): string[] {
  if (contract.state !== 'active' && contract.state !== 'ended') return [];
  return chainsOf(lines).flatMap(({ all }) => {
    const [ordered] = all.flatMap(({ id }) => orderedAs.get(id) ?? []);
    const own = new Set(all.map(({ id }) => id));
    const asking = ordered?.invoice ?? order.invoice;
    const isBilled = periods.some(({ line, invoice }) => own.has(line) && invoice !== null && invoice === asking);
    return ordered && isBilled ? [ordered.documentId] : [];
  });
}

/** What an order sells less of, and a contract promises, the contract settles by its days: what was served stays. */
export const settlePromised = (tools: Tools): void =>
  selling(tools.strapi).promisedBy(async (order, lines) => {
    const { contracts } = await contractsOfOrders(tools, [order]);
    const billed = new Set(contracts.flatMap(billedOf));
    return new Set(lines.filter((line) => billed.has(line)));
  });
