import { defineAction, documentFile, fileAnswer, gone } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER, DUNNING_EXEMPTION, DUNNING_NOTICE, INVOICE, PROMISE_TO_PAY } from '../content-types/types';
import { dunningBoard } from '../services/dunning-board';
import { moneyAtRisk } from '../stores/dunning/board';
import type { PauseKind } from '../stores/dunning/pauses';
import { endPause, exempt, promiseToPay } from '../use-cases/dunning/pause-dunning';
import { recordCall } from '../use-cases/dunning/record-call';
import { chargeWaitingFee, waiveWaitingFee } from '../use-cases/dunning/waiting-fees';
import { waiveFee } from '../use-cases/dunning/waive-fee';
import { invoice } from './answers';
import { atRisk, boardAnswer, callWish, exemptionWish, promiseWish, waitingFeeAnswer } from './dunning-shapes';
import { endedView } from './ended-view';
import { because, inLanguage, nothing } from './shapes';
import { invoiceView } from './views';

/** Ends what holds dunning, by staff. */
const endAction = <const Name extends string, const Path extends string>(
  kind: PauseKind,
  { path, ...named }: { name: Name; path: Path; subject: string; summary: string },
) =>
  defineAction({
    ...named,
    staff: { method: 'POST', path, permission: 'dunning.act' },
    graphql: 'none',
    input: because,
    output: gone,
    run: async ({ platform, subject, input }) => {
      await endPause(platform, kind, subject.id, input.reason);
      return { documentId: subject.documentId };
    },
  });

export const dunningActions = [
  defineAction({
    name: 'dunningBoard',
    summary: 'Who is at which step of dunning, what comes next, and the money at risk',
    staff: { method: 'GET', path: '/dunning/board', permission: 'dunning.read' },
    graphql: 'none',
    writes: false,
    input: nothing,
    output: boardAnswer,
    run: ({ platform }) => dunningBoard(platform),
  }),
  defineAction({
    name: 'moneyAtRisk',
    summary: 'All that is overdue: the money, the invoices and the customers',
    staff: { method: 'GET', path: '/dunning/at-risk', permission: 'dunning.read' },
    graphql: 'none',
    writes: false,
    input: nothing,
    output: atRisk,
    run: async ({ platform }) => moneyAtRisk(platform, platform.clock.today(), await platform.currency.own()),
  }),
  defineAction({
    name: 'customerDunning',
    summary: 'How a customer stands in dunning, invoice by invoice',
    subject: CUSTOMER,
    staff: { method: 'GET', path: '/customers/:id/dunning', permission: 'dunning.read' },
    graphql: 'none',
    writes: false,
    input: nothing,
    output: boardAnswer,
    run: ({ platform, subject }) => dunningBoard(platform, subject.id),
  }),
  defineAction({
    name: 'promiseToPay',
    summary: 'The customer has promised to pay by a day: until it is over nobody is asked for the invoice',
    subject: INVOICE,
    staff: { method: 'POST', path: '/invoices/:id/promise', permission: 'dunning.act' },
    graphql: 'none',
    input: promiseWish,
    output: invoice,
    run: async ({ platform, subject, input }) => {
      await promiseToPay(platform, subject.id, { ...input, note: input.note ?? null });
      return invoiceView(platform, subject.id);
    },
  }),
  endAction('promise', {
    name: 'endPromiseToPay',
    path: '/promises-to-pay/:id/end',
    subject: PROMISE_TO_PAY,
    summary: 'End a promise to pay before its day',
  }),
  defineAction({
    name: 'exemptFromDunning',
    summary: 'Ask no more for an invoice, or for all that its customer owes',
    subject: INVOICE,
    staff: { method: 'POST', path: '/invoices/:id/exempt', permission: 'dunning.act' },
    graphql: 'none',
    input: exemptionWish,
    output: invoice,
    run: async ({ platform, subject, input }) => {
      await exempt(platform, subject.id, input.reason, input.all);
      return invoiceView(platform, subject.id);
    },
  }),
  endAction('exemption', {
    name: 'endDunningExemption',
    path: '/dunning-exemptions/:id/end',
    subject: DUNNING_EXEMPTION,
    summary: 'End an exemption from dunning',
  }),
  defineAction({
    name: 'recordDunningCall',
    summary: 'What came of a call: reached, not reached, or promised to pay by a day',
    subject: DUNNING_NOTICE,
    staff: { method: 'POST', path: '/dunning-notices/:id/call', permission: 'dunning.act' },
    graphql: 'none',
    input: callWish,
    output: gone,
    run: async ({ platform, subject, input }) => {
      await recordCall(platform, subject.id, { ...input, note: input.note ?? null });
      return { documentId: subject.documentId };
    },
  }),
  defineAction({
    name: 'waiveWaitingFee',
    summary: 'Waive a late fee that waits for the next invoice; above a limit it is asked for',
    subject: DUNNING_NOTICE,
    staff: { method: 'POST', path: '/dunning-notices/:id/waive-fee', permission: 'dunning.waive' },
    graphql: 'none',
    input: because,
    output: waitingFeeAnswer,
    run: async ({ platform, subject, input }) => {
      const asked = await waiveWaitingFee(platform, subject.id, input.reason);
      return { documentId: subject.documentId, approval: asked ? { documentId: asked.documentId } : null };
    },
  }),
  defineAction({
    name: 'chargeWaitingFee',
    summary: 'Charge a late fee that waits for the next invoice now, on an invoice of its own',
    subject: DUNNING_NOTICE,
    staff: { method: 'POST', path: '/dunning-notices/:id/charge-fee', permission: 'dunning.act' },
    graphql: 'none',
    input: nothing,
    output: invoice,
    run: async ({ platform, subject }) => invoiceView(platform, await chargeWaitingFee(platform, subject.id)),
  }),
  defineAction({
    name: 'dunningLetter',
    summary: 'The letter of a notice as PDF',
    subject: DUNNING_NOTICE,
    staff: { method: 'GET', path: '/dunning-notices/:id/pdf', permission: 'document.read' },
    graphql: 'none',
    writes: false,
    input: inLanguage,
    output: fileAnswer,
    run: (call) => documentFile(call, 'dunning-notice', call.subject.id),
  }),
  defineAction({
    name: 'waiveLateFee',
    summary: 'Waive a late fee that nothing was paid on; above a limit it is asked for',
    subject: INVOICE,
    staff: { method: 'POST', path: '/invoices/:id/waive-fee', permission: 'dunning.waive' },
    graphql: 'none',
    input: because,
    output: invoice,
    run: async ({ platform, subject, input }) =>
      endedView(platform, subject.id, await waiveFee(platform, subject.id, input.reason)),
  }),
];
