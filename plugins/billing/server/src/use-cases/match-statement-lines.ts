import { addDays, nameKey } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { type EarlyInvoice, earlyOff } from '../domain/early-payment';
import type { BillingRules } from '../domain/rules';
import { proposalFor } from '../domain/settlement';
import {
  type CustomerCandidate,
  type IncomingLine,
  type InvoiceCandidate,
  type MatchFacts,
  matchLine,
  RECORDED_DAYS,
} from '../domain/statements/match-line';
import { payerIn, payerKey } from '../domain/statements/payers';
import { claimsOf, type Proposal } from '../domain/statements/proposals';
import { referencesIn } from '../domain/statements/references';
import { duesBehind } from '../domain/statements/withheld-dues';
import { withheldTotal } from '../domain/withholding';
import { loadInvoices, promisingInvoices } from '../stores/invoice-facts';
import { paymentCandidates } from '../stores/payment-candidates';
import { readRules } from '../stores/settings';
import { type StatementCandidates, statementCandidates } from '../stores/statement-candidates';
import { doubtLines, type UnmatchedLine, unmatchedLines, writeMatches } from '../stores/statement-lines';

/** Lines looked at together: a constant number of statements for each so many, and no more memory than they need. */
const CHUNK = 5000;

interface Asked extends IncomingLine {
  id: number;
  /** How the payer is remembered and compared; null where the bank says too little. */
  payerKey: string | null;
  nameKey: string | null;
}

function ask(line: UnmatchedLine): Asked {
  const told = payerIn(line.description);
  const payer = { account: line.payerAccount ?? told.account, name: line.payerName ?? told.name };
  return {
    id: line.id,
    date: line.date,
    amount: line.amount,
    payer,
    references: referencesIn(line.reference, line.description),
    payerKey: payerKey(payer),
    nameKey: payer.name === null ? null : nameKey(payer.name),
  };
}

const said = (values: readonly (string | null)[]): string[] => values.filter((value) => value !== null);

/** What may be missing of an invoice that is paid whole. */
interface Less {
  withheld: bigint;
  promise: EarlyInvoice;
}

/** What each customer is proposed to withhold of these invoices when all that is due is paid, and what they promise. */
async function lessOf(
  platform: Platform,
  store: StatementCandidates,
  invoices: readonly InvoiceCandidate[],
  rules: BillingRules,
): Promise<Map<number, Less>> {
  const kinds = new Map(
    (await store.customers(invoices.map(({ customer }) => customer))).map(({ id, kind }) => [id, kind]),
  );
  const kindOf = (customer: number) => kinds.get(customer) ?? 'person';
  const withholding = invoices.filter(({ customer }) => kindOf(customer) !== 'person').map(({ id }) => id);
  const promising = await promisingInvoices(
    platform,
    invoices.map(({ id }) => id),
  );
  const loaded = await loadInvoices(platform, [...withholding, ...promising]);
  return new Map(
    [...loaded.values()].map((invoice) => {
      const kind = kindOf(invoice.customer);
      const withheld = kind === 'person' ? [] : proposalFor(invoice, invoice.amountDue, kind, rules);
      return [invoice.id, { withheld: withheldTotal(withheld), promise: invoice }];
    }),
  );
}

const vatRates = (rules: BillingRules): number[] => [
  ...new Set([0, ...rules.categories.flatMap(({ rates }) => rates.map(({ ppm }) => ppm))]),
];
const withholdingRates = (rules: BillingRules): number[] =>
  [...new Set([...rules.withholding.kinds.map(({ ppm }) => ppm), rules.withholding.governmentPpm])].filter(
    (ppm) => ppm > 0,
  );

/** All that lines of one chunk may be of, and for each line what of it concerns it. */
async function gather(
  platform: Platform,
  store: StatementCandidates,
  lines: readonly Asked[],
  rules: BillingRules,
): Promise<(line: Asked) => MatchFacts> {
  const amounts = lines.map(({ amount }) => amount);
  const dates = lines.map(({ date }) => date).sort();
  const [byAmount, byReference, byPayer, byName] = [
    await store.ofAmounts(amounts),
    await store.ofReferences(lines.flatMap(({ references }) => references)),
    await store.ofPayers(said(lines.map((line) => line.payerKey))),
    await store.ofNames(said(lines.map((line) => line.nameKey))),
  ];
  const payments = await paymentCandidates(platform, rules.currency, amounts, {
    from: addDays(dates[0] ?? '', -RECORDED_DAYS),
    to: addDays(dates.at(-1) ?? '', RECORDED_DAYS),
  });
  const payerOf = (line: Asked): number[] => (line.payerKey === null ? [] : (byPayer.get(line.payerKey) ?? []));
  const namedBy = (line: Asked): InvoiceCandidate[] => line.references.flatMap((key) => byReference.get(key) ?? []);
  const hinted = (line: Asked): number[] => [
    ...payerOf(line),
    ...(line.nameKey === null ? [] : (byName.get(line.nameKey) ?? [])),
    ...namedBy(line).map(({ customer }) => customer),
  ];
  // Where very many invoices are of one amount, that of who paid is not among the first of them.
  const crowded = lines.filter(({ amount }) => {
    const found = byAmount.get(amount);
    return found !== undefined && found.many > found.invoices.length;
  });
  const theirs = await store.ofCustomersAmounts(
    crowded.flatMap((line) => hinted(line).map((customer) => ({ customer, amount: line.amount }))),
  );
  const ofPair = new Map<string, InvoiceCandidate[]>();
  for (const invoice of theirs) {
    const pair = `${invoice.customer} ${invoice.amountDue}`;
    ofPair.set(pair, [...(ofPair.get(pair) ?? []), invoice]);
  }

  // Only what no invoice and no payment asks for exactly is worth a second look.
  const odd = lines.filter(({ amount }) => !byAmount.has(amount) && !payments.has(amount));
  const totalling = await store.ofTotals(odd);
  const closely = (line: Asked): number[] => [...new Set([...hinted(line), ...totalling(line)])];
  const ofCustomers = await store.ofCustomers(odd.flatMap(closely));
  const duesOf = new Map(
    odd.map(({ id, amount }) => [id, duesBehind(amount, withholdingRates(rules), vatRates(rules))]),
  );
  const byDue = await store.ofWithholding([...duesOf.values()].flat());
  const byEarly = await store.ofEarly(odd.map(({ amount }) => amount));
  const second = [
    ...[...ofCustomers.values()].flatMap(({ invoices }) => invoices),
    ...[...byDue.values(), ...byEarly.values()].flat(),
    ...odd.flatMap(namedBy),
  ];
  const less = await lessOf(platform, store, second, rules);

  const everyone = new Set([
    ...[...byAmount.values()].flatMap(({ invoices }) => invoices.map(({ customer }) => customer)),
    ...[...byReference.values(), ...payments.values()].flat().map(({ customer }) => customer),
    ...[...theirs, ...second].map(({ customer }) => customer),
    ...[...byPayer.values()].flat(),
  ]);
  const customers = new Map<number, CustomerCandidate>(
    (await store.customers([...everyone])).map(({ id, documentId, name }) => [id, { id, documentId, name }]),
  );

  return (line) => {
    const close = duesOf.has(line.id) ? closely(line) : [];
    const found = [
      ...(byAmount.get(line.amount)?.invoices ?? []),
      ...hinted(line).flatMap((customer) => ofPair.get(`${customer} ${line.amount}`) ?? []),
      ...namedBy(line),
      ...close.flatMap((customer) => ofCustomers.get(customer)?.invoices ?? []),
      ...(duesOf.get(line.id) ?? []).flatMap((due) => byDue.get(due) ?? []),
      ...(byEarly.get(line.amount) ?? []),
    ];
    const distinct = new Map(found.map((invoice) => [invoice.id, invoice]));
    return {
      invoices: [...distinct.values()].map((invoice) => {
        const { withheld = 0n, promise } = less.get(invoice.id) ?? {};
        return { ...invoice, withheld, early: promise ? earlyOff(promise, line.date) : 0n };
      }),
      payments: payments.get(line.amount) ?? [],
      customers,
      sameAmount: byAmount.get(line.amount)?.many ?? 0,
      payerOf: payerOf(line),
      whole: close.filter((customer) => ofCustomers.get(customer)?.whole),
      tolerance: rules.tolerance,
    };
  };
}

/**
 * Looks for what the money of lines may be of; those that are no longer free are left as they are. What two lines are sure
 * of, neither of them is: whoever applies them decides.
 */
export const matchStatementLines = (platform: Platform, ids: readonly number[]): Promise<void> =>
  platform.transaction(async () => {
    const rules = await readRules(platform);
    const store = statementCandidates(platform, rules.currency);
    const claimed = new Map<string, number>();
    const twice = new Set<number>();
    for (let from = 0; from < ids.length; from += CHUNK) {
      const lines = (await unmatchedLines(platform, ids.slice(from, from + CHUNK))).map(ask);
      if (lines.length === 0) continue;
      const factsOf = await gather(platform, store, lines, rules);
      const found = lines.map((line) => ({ id: line.id, ...matchLine(line, factsOf(line)) }));
      for (const { id, verdict, proposals } of found) {
        if (verdict === 'matched') claim(id, proposals[0], claimed, twice);
      }
      await writeMatches(
        platform,
        found.map(({ id, verdict, proposals }) => ({
          id,
          state: verdict,
          proposals,
          problem: null,
        })),
      );
    }
    const problem = { code: 'statement.claimed_twice', params: {} };
    await doubtLines(
      platform,
      [...twice].map((id) => ({ id, problem })),
    );
  });

function claim(line: number, proposal: Proposal | undefined, claimed: Map<string, number>, twice: Set<number>): void {
  for (const one of proposal ? claimsOf(proposal) : []) {
    const other = claimed.get(one);
    if (other === undefined) claimed.set(one, line);
    else [line, other].forEach((id) => twice.add(id));
  }
}
