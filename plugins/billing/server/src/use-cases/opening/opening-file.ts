import { addDays, badInput, compareDates } from '@sanya/strapi-plugin-platform/kernel';
import { type ImportKind, importLife, type Platform } from '@sanya/strapi-plugin-platform/kit';
import { OPENING_IMPORT, OPENING_IMPORT_ROW } from '../../content-types/types';
import { type Field, HEADINGS } from '../../domain/opening/columns';
import { decideOpening, type OpeningInvoice } from '../../domain/opening/decide-opening';
import { readRow, type RowSaid } from '../../domain/opening/read-row';
import { MOST_DAYS_BACK } from '../../domain/past-days';
import { refuseClosed } from '../../domain/tax-month';
import { readRules } from '../../stores/settings';
import { closedMonths } from '../../stores/tax-months';
import { type CustomerNames, openingFacts } from './opening-facts';
import { takeOver } from './take-over';

export interface Asked {
  openingDay: string;
}

/** The books are opened on a day that has come, in a month whose return is not handed in yet. */
async function checkOpeningDay(platform: Platform, { openingDay }: Asked): Promise<void> {
  const today = platform.clock.today();
  const earliest = addDays(today, -MOST_DAYS_BACK);
  if (compareDates(openingDay, today) > 0 || compareDates(openingDay, earliest) < 0) {
    throw badInput('opening_import.opening_day', {
      field: 'openingDay',
      params: { date: openingDay, earliest, today },
    });
  }
  await platform.transaction(async () => {
    refuseClosed(await closedMonths(platform, [openingDay]), openingDay, 'openingDay');
  });
}

export const openingLife = importLife('opening-import');

/** Files of invoices that were open in the books before. */
export const openingFile = (customers: () => CustomerNames): ImportKind<Field, RowSaid, OpeningInvoice, Asked> => ({
  ...{ area: 'opening_import', headings: HEADINGS, anchors: ['number'], together: true },
  ...{ type: OPENING_IMPORT, rowType: OPENING_IMPORT_ROW, event: 'opening-import' },
  ...{ life: openingLife, keyColumn: 'number', longestKey: 60, blank: { amount: null } },
  counts: { new_invoice: 'newInvoices', unchanged: 'unchanged', wrong: 'wrong' },
  async reader(platform) {
    const rules = await readRules(platform);
    const identityOf = customers().readIdentity;
    return (cells, columns) => readRow(cells, columns, { rules, identityOf });
  },
  keyOf: ({ number }) => number,
  check: checkOpeningDay,
  async decide(platform, groups, { openingDay }) {
    const said = groups.flatMap((rows) => rows.map((one) => one.said));
    const facts = await openingFacts(platform, customers(), said, openingDay);
    return groups.map((rows) => decideOpening(rows, facts));
  },
  async write(platform, works, asked) {
    // The day may have been closed since the file was read.
    await checkOpeningDay(platform, asked);
    await takeOver(platform, works, asked.openingDay);
  },
});
