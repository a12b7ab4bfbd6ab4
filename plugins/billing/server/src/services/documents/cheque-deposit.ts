import { formatDate, notFound, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { DocumentKind, DocumentModel, Party, Platform } from '@sanya/strapi-plugin-platform/kit';
import { CHEQUE, CUSTOMER } from '../../content-types/types';
import type { BankAccount } from '../../domain/rules';
import { type ChequeRow, chequesBy, loadCheques } from '../../stores/cheques';
import { readSellers } from '../../stores/parties';
import { type Pen, penOf, sellerParty } from './shared';

const bankParty = (account: BankAccount | null, { say }: Pen): Party =>
  account
    ? { name: [account.bank, account.branch].filter(Boolean).join(' '), lines: [account.number, account.name] }
    : { name: say('paper.any_account'), lines: [] };

const chequeTable = (
  cheques: readonly ChequeRow[],
  names: ReadonlyMap<number, string>,
  { say, money, language }: Pen,
): DocumentModel['table'] => ({
  columns: [
    { title: say('paper.cheque_bank') },
    { title: say('paper.cheque_number'), width: 76 },
    { title: say('paper.cheque_date'), width: 70 },
    { title: say('paper.cheque_from') },
    { title: say('paper.amount'), width: 84, right: true },
  ],
  rows: cheques.map(({ bank, bankBranch, number, chequeDate, customer, amount }) => [
    [bank, bankBranch].filter(Boolean).join(' '),
    number,
    formatDate(chequeDate, language),
    names.get(customer) ?? '',
    money(amount),
  ]),
});

/** The list of cheques that are taken to the bank together; each of them leads to it. */
export const chequeDepositDocument = (platform: Platform): DocumentKind => ({
  kind: 'cheque-deposit',
  subject: CHEQUE,
  async load(id, language) {
    const [cheque] = await loadCheques(platform, [id]);
    if (!cheque?.depositSlip) throw notFound('cheque.not_deposited');
    const cheques = await chequesBy(platform, 'depositSlip', [cheque.depositSlip]);
    const owners = await platform.rows.byIds<{ name: string }>(
      CUSTOMER,
      cheques.map(({ customer }) => customer),
      { fields: ['name'] },
    );
    const pen = penOf(platform, language, cheque.currency);
    const total = sum(cheques.map(({ amount }) => amount));
    const on = formatDate(cheque.depositedOn ?? '', language);
    return {
      name: `deposit-${cheque.depositedOn ?? ''}`,
      model: {
        language,
        currency: cheque.currency,
        title: pen.say('paper.cheque_deposit'),
        marks: [],
        seller: sellerParty((await readSellers(platform, []))(null), pen),
        buyer: bankParty(cheque.depositAccount, pen),
        buyerLabel: pen.say('paper.into_account'),
        facts: [
          { label: pen.say('paper.deposited_on'), value: on },
          { label: pen.say('paper.cheques'), value: String(cheques.length) },
        ],
        lines: [],
        table: chequeTable(cheques, new Map(owners.map((row) => [row.id, row.name])), pen),
        totals: [{ label: pen.say('paper.total'), value: pen.money(total), strong: true }],
        amountInWords: String(total),
        notes: [],
        signatures: [pen.say('paper.depositor'), pen.say('paper.teller')],
      },
    };
  },
});
