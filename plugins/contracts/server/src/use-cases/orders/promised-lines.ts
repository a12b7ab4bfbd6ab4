import { type CivilDate, compareDates } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { chainsOf } from '../../domain/line-chain';
import { type PromisedLine, selling } from '../selling';
import { type ContractOfOrder, contractsOfOrders } from './contracts-of-orders';

/** Lines of its order that were billed for a period: of what was served of them, and of what was given back, it keeps count. */
function billedOf(
  { one: { contract, lines, periods }, order, orderedAs }: ContractOfOrder,
  today: CivilDate,
): PromisedLine[] {
  if (contract.state !== 'active' && contract.state !== 'ended') return [];
  return chainsOf(lines).flatMap(({ all }) => {
    const [ordered] = all.flatMap(({ id }) => orderedAs.get(id) ?? []);
    const own = new Set(all.map(({ id }) => id));
    const asking = ordered?.invoice ?? order.invoice;
    const billed = periods.filter(({ line, invoice }) => own.has(line) && invoice !== null && invoice === asking);
    if (!ordered || billed.length === 0) return [];
    return [{ line: ordered.documentId, isServed: billed.some(({ startsOn }) => compareDates(startsOn, today) < 0) }];
  });
}

/** What orders sell less of, or take back, and a contract promises, the contract settles by its days. */
export const settlePromised = (tools: Tools): void =>
  selling(tools.strapi).promisedBy(async (orders, lines) => {
    const { contracts } = await contractsOfOrders(tools, orders);
    const today = tools.platform.clock.today();
    return contracts.flatMap((each) => billedOf(each, today)).filter(({ line }) => lines.includes(line));
  });
