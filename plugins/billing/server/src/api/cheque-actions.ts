import {
  defineAction,
  documentFile,
  fileAnswer,
  type Platform,
  rowId,
  rowIds,
  type Told,
} from '@sanya/strapi-plugin-platform/kit';
import type { z } from 'zod';
import { CHEQUE, CUSTOMER } from '../content-types/types';
import { bounceCheques, returnCheques } from '../use-cases/bounce-cheques';
import { clearCheques } from '../use-cases/clear-cheques';
import { depositCheques } from '../use-cases/deposit-cheques';
import { receiveCheques } from '../use-cases/receive-cheques';
import { allocationsOf } from './allocations-of';
import {
  chequeAnswer,
  chequeBounce,
  chequeClearing,
  chequeDeposit,
  chequeReceipt,
  clearingAnswer,
  depositAnswer,
} from './cheque-shapes';
import { because, inLanguage } from './shapes';

type Answer = Told<z.output<typeof chequeAnswer>>;

async function view({ rows }: Platform, id: number): Promise<Answer | undefined> {
  const fields = Object.keys(chequeAnswer.shape).filter((key) => key !== 'id' && key !== 'documentId');
  const [row] = await rows.byIds<Answer>(CHEQUE, [id], { fields });
  return row;
}

const idsOf = (platform: Platform, cheques: readonly string[]): Promise<number[]> =>
  rowIds(platform, CHEQUE, cheques, 'cheque.unknown', (index) => `cheques.${index}`);

export const chequeActions = [
  defineAction({
    name: 'receiveCheque',
    summary: 'A cheque came in, post-dated or not, for many invoices: it pays them when the bank has made it good',
    staff: { method: 'POST', path: '/cheques', permission: 'cheque.receive' },
    graphql: 'none',
    input: chequeReceipt,
    output: chequeAnswer,
    status: 201,
    run: async ({ platform, input }) => {
      const [ref] = await receiveCheques(platform, [
        {
          ...input,
          currency: input.currency ?? (await platform.currency.own()),
          receivedOn: input.receivedOn ?? platform.clock.today(),
          customer: await rowId(platform, CUSTOMER, input.customer, 'payment.customer_unknown', 'customer'),
          allocations: await allocationsOf(platform, input.allocations),
        },
      ]);
      return view(platform, ref?.id ?? 0);
    },
  }),
  defineAction({
    name: 'depositCheques',
    summary: 'Take cheques to the bank together; the answer names the list for the bank',
    staff: { method: 'POST', path: '/cheques/deposit', permission: 'cheque.deposit' },
    graphql: 'none',
    input: chequeDeposit,
    output: depositAnswer,
    run: async ({ platform, input }) => {
      const { first, ...slip } = await depositCheques(platform, {
        ...{ cheques: await idsOf(platform, input.cheques), on: input.on ?? platform.clock.today() },
        account: input.account,
      });
      return { ...slip, document: `/billing/cheques/${first}/deposit-slip` };
    },
  }),
  defineAction({
    name: 'clearCheques',
    summary: 'The bank has made cheques good: they are payments now, with their receipts. All of them, or none',
    staff: { method: 'POST', path: '/cheques/clear', permission: 'cheque.clear' },
    graphql: 'none',
    input: chequeClearing,
    output: clearingAnswer,
    run: async ({ platform, input }) => {
      const ids = await idsOf(platform, input.cheques);
      const { payments, receipts } = await clearCheques(platform, ids, input.on ?? platform.clock.today());
      return {
        cleared: payments.length,
        receipts: receipts.map(({ documentId, number }) => ({ documentId, number })),
      };
    },
  }),
  defineAction({
    name: 'bounceCheque',
    summary: 'A cheque came back without money: what it had paid is owed again; a fee on an invoice of its own',
    subject: CHEQUE,
    staff: { method: 'POST', path: '/cheques/:id/bounce', permission: 'cheque.bounce' },
    graphql: 'none',
    input: chequeBounce,
    output: chequeAnswer,
    run: async ({ platform, subject, input }) => {
      await bounceCheques(platform, [{ ...input, cheque: subject.id }]);
      return view(platform, subject.id);
    },
  }),
  defineAction({
    name: 'returnCheque',
    summary: 'Give a cheque back to who wrote it',
    subject: CHEQUE,
    staff: { method: 'POST', path: '/cheques/:id/return', permission: 'cheque.bounce' },
    graphql: 'none',
    input: because,
    output: chequeAnswer,
    run: async ({ platform, subject, input }) => {
      await returnCheques(platform, [{ cheque: subject.id, reason: input.reason }]);
      return view(platform, subject.id);
    },
  }),
  defineAction({
    name: 'depositSlipDocument',
    summary: 'The list of cheques that were taken to the bank together, as PDF',
    subject: CHEQUE,
    staff: { method: 'GET', path: '/cheques/:id/deposit-slip', permission: 'cheque.deposit' },
    graphql: 'none',
    writes: false,
    input: inLanguage,
    output: fileAnswer,
    run: (call) => documentFile(call, 'cheque-deposit', call.subject.id),
  }),
];
