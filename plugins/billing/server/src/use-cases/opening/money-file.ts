import { type ImportKind, importLife } from '@sanya/strapi-plugin-platform/kit';
import { OPENING_MONEY_IMPORT, OPENING_MONEY_IMPORT_ROW } from '../../content-types/types';
import { decideMoney, type OpeningMoney } from '../../domain/opening/decide-money';
import { MONEY_HEADINGS, type MoneyField } from '../../domain/opening/money-columns';
import { type MoneySaid, readMoney } from '../../domain/opening/read-money';
import { takenOverMoney } from '../../stores/openings';
import { readRules } from '../../stores/settings';
import { type Asked, checkOpeningDay } from './opening-day';
import { type CustomerNames, openingFacts } from './opening-facts';
import { takeOverMoney } from './take-over-money';

export const moneyLife = importLife('opening-money-import');

/** Files of deposits and customer credit that the books before held. */
export const moneyFile = (customers: () => CustomerNames): ImportKind<MoneyField, MoneySaid, OpeningMoney, Asked> => ({
  ...{ area: 'opening_money', headings: MONEY_HEADINGS, anchors: ['reference'] },
  ...{ type: OPENING_MONEY_IMPORT, rowType: OPENING_MONEY_IMPORT_ROW, event: 'opening-money-import' },
  ...{ life: moneyLife, keyColumn: 'reference', longestKey: 60, blank: { amount: null } },
  counts: { new_deposit: 'newDeposits', new_credit: 'newCredits', unchanged: 'unchanged', wrong: 'wrong' },
  async reader(platform) {
    const rules = await readRules(platform);
    const identityOf = customers().readIdentity;
    return (cells, columns) => readMoney(cells, columns, { rules, identityOf });
  },
  keyOf: ({ number }) => number,
  check: checkOpeningDay,
  async decide(platform, groups, { openingDay }) {
    const said = groups.flatMap((rows) => rows.map((one) => one.said));
    const facts = await openingFacts(platform, customers(), said, openingDay);
    const payments = await takenOverMoney(
      platform,
      said.map(({ number }) => number),
    );
    return groups.map((rows) => decideMoney(rows, { ...facts, payments }));
  },
  async write(platform, works, asked) {
    // The day may have been closed since the file was read.
    await checkOpeningDay(platform, asked);
    await takeOverMoney(platform, works, asked.openingDay);
  },
});
