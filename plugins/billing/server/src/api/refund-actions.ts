import { type Call, defineAction, only } from '@sanya/strapi-plugin-platform/kit';
import { z } from 'zod';
import { CREDIT_NOTE, PAYMENT, REFUND } from '../content-types/types';
import type { RefundRow } from '../stores/refunds';
import { cancelRefunds } from '../use-cases/cancel-refunds';
import { requestRefunds, type RefundWish } from '../use-cases/request-refunds';
import { refundToCard } from '../use-cases/refund-to-card';
import { confirmRefunds, sendRefunds } from '../use-cases/send-refunds';
import { refundCharges } from '../services/refund-charges';
import { refund as refundAnswer, refundCharge } from './credit-answers';
import { documentAction } from './document-action';
import { because, nothing, refundRequest, refundSending } from './shapes';

const view = ([refund]: readonly RefundRow[]) => only(refundAnswer, refund);

const request = async (
  { platform, input }: Call<z.output<typeof refundRequest>>,
  source: Pick<RefundWish, 'payment' | 'creditNote'>,
) => view(await requestRefunds(platform, [{ ...input, ...source }]));

/** Money that goes back: asked for, sent, arrived. Approving has its own page. */
export const refundActions = [
  defineAction({
    name: 'refundPayment',
    summary: 'Ask for what a payment has over to go back: approved at once within the limit of whoever asks',
    subject: PAYMENT,
    staff: { method: 'POST', path: '/payments/:id/refund', permission: 'refund.request' },
    graphql: 'none',
    input: refundRequest,
    output: refundAnswer,
    status: 201,
    run: (call) => request(call, { payment: call.subject.id }),
  }),
  defineAction({
    name: 'refundCreditNote',
    summary: 'Ask for what a credit note has over to go back, as far as it was paid',
    subject: CREDIT_NOTE,
    staff: { method: 'POST', path: '/credit-notes/:id/refund', permission: 'refund.request' },
    graphql: 'none',
    input: refundRequest,
    output: refundAnswer,
    status: 201,
    run: (call) => request(call, { creditNote: call.subject.id }),
  }),
  defineAction({
    name: 'sendRefund',
    summary: 'Record an approved refund as sent, with the reference of the bank; the customer gets the advice',
    subject: REFUND,
    staff: { method: 'POST', path: '/refunds/:id/send', permission: 'refund.send' },
    graphql: 'none',
    input: refundSending,
    output: refundAnswer,
    run: async ({ platform, subject, input }) => view(await sendRefunds(platform, [{ ...input, refund: subject.id }])),
  }),
  defineAction({
    name: 'refundCharges',
    summary: 'By which cards a refund can go back, and how much each has left',
    subject: REFUND,
    staff: { method: 'GET', path: '/refunds/:id/charges', permission: 'refund.send' },
    graphql: 'none',
    writes: false,
    input: nothing,
    output: z.array(refundCharge),
    run: ({ platform, subject }) => refundCharges(platform, subject.id),
  }),
  defineAction({
    name: 'refundToCard',
    summary: 'Send an approved refund back to the card that it was paid with, through its gateway',
    subject: REFUND,
    staff: { method: 'POST', path: '/refunds/:id/to-card', permission: 'refund.send' },
    graphql: 'none',
    // The gateway is asked between transactions.
    ownTransactions: true,
    input: nothing,
    output: refundAnswer,
    run: async ({ platform, subject }) => view(await refundToCard(platform, subject.id)),
  }),
  defineAction({
    name: 'confirmRefund',
    summary: 'Confirm that a refund arrived',
    subject: REFUND,
    staff: { method: 'POST', path: '/refunds/:id/confirm', permission: 'refund.confirm' },
    graphql: 'none',
    input: nothing,
    output: refundAnswer,
    run: async ({ platform, subject }) => view(await confirmRefunds(platform, [subject.id])),
  }),
  defineAction({
    name: 'cancelRefund',
    summary: 'Cancel a refund that was not sent: its money is customer credit again',
    subject: REFUND,
    staff: { method: 'POST', path: '/refunds/:id/cancel', permission: 'refund.cancel' },
    graphql: 'none',
    input: because,
    output: refundAnswer,
    run: async ({ platform, subject, input }) =>
      view(await cancelRefunds(platform, [{ refund: subject.id, reason: input.reason }])),
  }),
  documentAction('refundDocument', 'The refund advice as PDF', 'refund', REFUND, '/refunds'),
];
