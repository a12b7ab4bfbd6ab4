import { type ImportKind, importLife } from '@sanya/strapi-plugin-platform/kit';
import { OPENING_IMPORT, OPENING_IMPORT_ROW } from '../../content-types/types';
import { type Field, HEADINGS } from '../../domain/opening/columns';
import { decideOpening, type OpeningInvoice } from '../../domain/opening/decide-opening';
import { readRow, type RowSaid } from '../../domain/opening/read-row';
import { readRules } from '../../stores/settings';
import { type Asked, checkOpeningDay } from './opening-day';
import { type CustomerNames, openingFacts } from './opening-facts';
import { takeOver } from './take-over';

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
