import type { PlatformCore } from '../../../plugins/platform/server/src/core/core';
import { type App, bootApp } from '../../support/app';
import { draws, floodSeed, replayable, scale } from '../../support/random';
import { proofOf } from '../billing/support';
import { reportOf } from '../reports/support';
import { levelOf } from '../sales/shop';
import { beginHistory, openOffice, type Office } from './history';

const HISTORIES = Math.max(2, Math.round(4 * scale()));
const STEPS = 24;
/** Each of them succeeds at least once where there are enough histories. */
const STEPS_OF_AN_OFFICE = [
  ...['order', 'amend', 'deliver', 'deliver one', 'plan shipment', 'ship shipment', 'deliver shipment'],
  ...['cancel shipment', 'restock', 'pay 1 of 1', 'pay 2 of 1', 'reverse', 'credit', 'cancel credit', 'debit'],
  ...['tax early', 'replace', 'refund', 'send refund', 'confirm refund', 'use credit', 'cancel', 'void'],
  ...['close month', 'days'],
];

let app: App;
let office: Office;
beforeAll(async () => {
  app = await bootApp();
  office = await openOffice(app);
  await office.owner.post('/platform/clock', { now: '2032-01-10T03:00:00Z' });
});
afterAll(() => app?.close());

type Amounts = { net: bigint; tax: bigint; total: bigint };
const amount = (value: unknown): bigint => BigInt(String(value ?? 0));
const sumOf = (rows: readonly Record<string, unknown>[]): Amounts => ({
  net: rows.reduce((all, row) => all + amount(row.net), 0n),
  tax: rows.reduce((all, row) => all + amount(row.tax), 0n),
  total: rows.reduce((all, row) => all + amount(row.total), 0n),
});
const isIssued = ({ state }: { state: string }): boolean => state === 'issued';

test(
  `${HISTORIES} random histories: documents add up to what was sold, to the tax report and to the money`,
  () =>
    replayable(async () => {
      const draw = draws(floodSeed);
      let sold = 0;
      const did = new Map<string, number>();
      for (let at = 0; at < HISTORIES; at += 1) {
        const history = await beginHistory(office, draw);
        const story = () => JSON.stringify(history.told);
        for (let step = 0; step < STEPS; step += 1) await history.step();
        expect([await proofOf(app), story()]).toEqual([[], story()]);
        // What was credited whole stands until somebody cancels it, and holds nothing meanwhile.
        const refusals = await history.finish();
        expect([refusals.filter((code) => code !== 'order.invoice_credited'), story()]).toEqual([[], story()]);
        expect([await proofOf(app), story()]).toEqual([[], story()]);
        expect([await history.open(), story()]).toEqual([[], story()]);
        for (const { step: name, status } of history.told) {
          if (status < 300) did.set(name, (did.get(name) ?? 0) + 1);
        }

        // Nothing is taxed twice or never: what was sold, put right by notes, stands on tax documents, no more and no less.
        const invoices = (await history.rowsOf('/billing/invoices')).filter(({ state }) => state === 'paid');
        const credits = (await history.rowsOf('/billing/credit-notes')).filter(isIssued);
        const debits = (await history.rowsOf('/billing/debit-notes')).filter(isIssued);
        const papers = (await history.rowsOf('/billing/tax-invoices')).filter(isIssued);
        // What a debit note asks for is an invoice of its own.
        const [billed, credited] = [sumOf(invoices), sumOf(credits)];
        const taken = credits.reduce((all, { taxedTax }) => all + amount(taxedTax), 0n);
        const added = debits.reduce((all, { taxedTax }) => all + amount(taxedTax), 0n);
        expect([sumOf(papers).tax - taken + added, story()]).toEqual([billed.tax - credited.tax, story()]);

        // Money: what came in and was not sent back is what was owed and what the customer still has.
        const payments = (await history.rowsOf('/billing/payments')).filter(({ state }) => state === 'succeeded');
        const refunds = (await history.rowsOf('/billing/refunds')).filter(({ state }) => state !== 'cancelled');
        const came = payments.reduce(
          (all, { amount: cash, withheld, deduction }) => all + amount(cash) + amount(withheld) + amount(deduction),
          0n,
        );
        const back = refunds.reduce((all, refund) => all + amount(refund.amount), 0n);
        const account = (await office.clerk.get(`/billing/customers/${history.customer.documentId}/account`)).body.data;
        expect([account.due, amount(account.credit), story()]).toEqual([
          '0',
          came - back - (billed.total - credited.total),
          story(),
        ]);
        sold += invoices.length;
      }

      // The report is the sum of the documents.
      const all = async (path: string): Promise<Record<string, unknown>[]> => {
        const rows: Record<string, unknown>[] = [];
        for (let page = 1; ; page += 1) {
          const url = `${path}?pagination[page]=${page}&pagination[pageSize]=100&sort=id`;
          const { data } = (await office.clerk.get(url)).body;
          rows.push(...data);
          if (data.length < 100) return rows.filter((row) => isIssued(row as { state: string }));
        }
      };
      const [papers, credits, debits] = await Promise.all(
        ['tax-invoices', 'credit-notes', 'debit-notes'].map((path) => all(`/billing/${path}`)),
      );
      const vat =
        sumOf(papers ?? []).tax -
        (credits ?? []).reduce((sum, { taxedTax }) => sum + amount(taxedTax), 0n) +
        (debits ?? []).reduce((sum, { taxedTax }) => sum + amount(taxedTax), 0n);
      const report = await reportOf(office.clerk, 'output-vat', { from: '2032-01-01', to: '2032-12-31' });
      const later = await reportOf(office.clerk, 'output-vat', { from: '2033-01-01', to: '2033-12-31' });
      expect(amount(report.totals.vat) + amount(later.totals.vat ?? '0')).toBe(vat);
      // All goods that left are on orders that were delivered; what was cancelled or credited whole is free again.
      await (app.strapi.plugin('platform').service('core') as PlatformCore).jobs.runDue();
      const level = await levelOf(app, office.shop.camera);
      expect([level.reserved, level.onHand >= 0n]).toEqual([0n, true]);
      // It would prove nothing if nothing happened.
      expect(sold).toBeGreaterThan(HISTORIES);
      const done = [...did.values()].reduce((all, times) => all + times, 0);
      expect(done).toBeGreaterThan((HISTORIES * STEPS) / 3);
      if (HISTORIES >= 40) expect(STEPS_OF_AN_OFFICE.filter((name) => !did.has(name))).toEqual([]);
    }),
  120_000 * Math.max(1, scale()),
);
