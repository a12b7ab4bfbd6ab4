import { formatDate, type Language, notFound, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { DocumentKind, DocumentModel, Platform } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER_STATEMENT } from '../../content-types/types';
import { AGES, type CustomerStatement } from '../../domain/customer-statement';
import { sentStatement } from '../../stores/customer-statements';
import { readRules } from '../../stores/settings';
import { payloadFor } from '../payment-options';
import { buyerParty, type Pen, penOf, sellerParty } from './shared';

const amountIn = (amount: string, { money }: Pen): string => (amount === '0' ? '' : money(amount));

/** Balance before, what happened, balance after. */
function entryTable(statement: CustomerStatement, pen: Pen): DocumentModel['table'] {
  const { say, money, language } = pen;
  const balance = (on: string, entry: string, amount: string): string[] => [
    ...[formatDate(on, language), say(`report.entry.${entry}`), '', ''],
    money(amount),
  ];
  return {
    columns: [
      { title: say('paper.date'), width: 70 },
      { title: say('paper.entry') },
      { title: say('paper.debit'), width: 80, right: true },
      { title: say('paper.credit'), width: 80, right: true },
      { title: say('paper.balance'), width: 84, right: true },
    ],
    rows: [
      balance(statement.from, 'opening', statement.opening),
      ...statement.entries.map(({ on, entry, number, debit, credit, balance: after }) => [
        formatDate(on, language),
        [say(`report.entry.${entry}`), number].filter(Boolean).join(' '),
        amountIn(debit, pen),
        amountIn(credit, pen),
        money(after),
      ]),
      balance(statement.to, 'closing', statement.closing),
    ],
  };
}

/** What is open of invoices, by how long it is past due, and what is owed after all. */
function totalsOf({ ageing, closing }: CustomerStatement, { say, money }: Pen): DocumentModel['totals'] {
  const open = sum(AGES.map((age) => BigInt(ageing[age])));
  return [
    ...(open === 0n
      ? []
      : [
          ...AGES.map((age) => ({ label: say(`report.column.${age}`), value: money(ageing[age]) })),
          { label: say('paper.open_invoices'), value: money(open) },
        ]),
    { label: say('report.entry.closing'), value: money(closing), strong: true },
  ];
}

/** A statement of account as it goes onto paper, with how to pay where something is owed. */
export async function statementPaper(
  platform: Platform,
  statement: CustomerStatement,
  language: Language,
): Promise<{ name: string; model: DocumentModel }> {
  const pen = penOf(platform, language, statement.currency);
  const { say, money } = pen;
  const rules = await readRules(platform);
  const owed = BigInt(statement.closing);
  const payload = payloadFor(rules, owed, statement.code);
  return {
    name: `statement-${statement.code}-${statement.to}`,
    model: {
      ...{ language, currency: statement.currency, title: say('paper.statement'), marks: [] },
      seller: sellerParty(statement.seller, pen),
      buyer: buyerParty(statement.buyer, pen),
      facts: [
        { label: say('paper.customer_code'), value: statement.code },
        { label: say('paper.from'), value: formatDate(statement.from, language) },
        { label: say('paper.to'), value: formatDate(statement.to, language) },
        { label: say('paper.issued_on'), value: formatDate(statement.madeOn, language) },
      ],
      lines: [],
      table: entryTable(statement, pen),
      totals: totalsOf(statement, pen),
      ...(owed > 0n ? { amountInWords: statement.closing } : {}),
      notes: [
        say('paper.statement_check'),
        ...(owed > 0n
          ? rules.bankAccounts.map(({ bank, branch, number, name }) =>
              say('paper.bank_account', { bank, branch: branch ?? '', number, name }),
            )
          : []),
      ],
      ...(payload ? { qr: { payload, caption: say('paper.promptpay', { amount: money(owed) }) } } : {}),
      signatures: [],
    },
  };
}

/** A statement that was sent, as it was sent. */
export const statementDocument = (platform: Platform): DocumentKind => ({
  kind: 'statement',
  subject: CUSTOMER_STATEMENT,
  async load(id, language) {
    const sent = await sentStatement(platform, id);
    if (!sent) throw notFound('customer_statement.unknown');
    return statementPaper(platform, sent.content, language);
  },
});
