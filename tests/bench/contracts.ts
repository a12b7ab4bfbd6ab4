import type { App } from '../support/app';
import { beginRun } from '../../plugins/contracts/server/src/use-cases/billing-runs';
import { seedCustomers } from './drafts';

/** As many as a large house has; fewer are tried sooner. */
export const CONTRACTS = Number(process.env.SANYA_BENCH_CONTRACTS ?? 100_000);
export const CHUNK = 500;
const LINES = 2;

const CONTRACT = 'plugin::contracts.contract';
const CONTRACT_LINE = 'plugin::contracts.contract-line';

/** So many contracts of two monthly lines that are due today, and the run that is to bill them. */
export const seedContracts =
  (count: number) =>
  async (app: App): Promise<void> => {
    const customers = await seedCustomers(app);
    const today = app.platform.clock.today();
    const { rows } = app.platform;
    for (let from = 0; from < count; from += 10_000) {
      const places = Array.from({ length: Math.min(10_000, count - from) }, (_, index) => from + index);
      const contracts = await rows.insert(
        CONTRACT,
        places.map((place) => ({
          ...{ number: `CT-${String(place).padStart(6, '0')}`, state: 'active', activation: 'date' },
          ...{ customer: customers[place % customers.length]?.id, agreedStart: today, startsOn: today },
          ...{ currency: 'THB', nextBillOn: today, firstPeriodBilled: false, noticeDays: 0 },
          ...{ pricesIncludeTax: false, billedTogether: false },
        })),
      );
      await rows.insert(
        CONTRACT_LINE,
        contracts.flatMap(({ id }, index) =>
          Array.from({ length: LINES }, (_, line) => {
            const unitPrice = BigInt(10_000 + (((from + index) * 37) % 9_000) * 11 + line * 333);
            const quantity = BigInt(1_000 * (1 + ((from + index) % 3)));
            return {
              ...{
                contract: id,
                position: line + 1,
                description: `ค่าดูแลระบบ ${line + 1}`,
                kind: 'service',
                unit: 'เดือน',
              },
              ...{ quantity, unitPrice, discount: 0n, taxCategory: 'standard', incomeKind: 'service', startsOn: today },
              prices: [{ from: '0001-01-01', unitPrice: String(unitPrice), quantity: String(quantity), discount: '0' }],
              ...{ cycleUnit: 'month', cycleCount: 1, billedIn: 'advance', alignment: 'anniversary', leadDays: 0 },
              ...{ whileSuspended: 'keep', feeKind: 'none', feeValue: 0n },
            };
          }),
        ),
        { refs: false },
      );
    }
    const tools = { strapi: app.strapi, platform: app.platform };
    await app.platform.as({ kind: 'system', key: 'system:bench' }, () =>
      beginRun(tools, { source: 'clock', asOf: today }),
    );
    const knex = await rows.knex();
    await knex.raw(
      'create table bench_contracts as select row_number() over (order by customer_id, id) as n, id from contracts_contracts',
    );
    await knex.raw('create unique index bench_contracts_n on bench_contracts (n)');
  };
