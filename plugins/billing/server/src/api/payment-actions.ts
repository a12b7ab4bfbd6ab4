import { defineAction, rowId } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER, PAYMENT } from '../content-types/types';
import { receivedByDay } from '../stores/received';
import { recordPayments } from '../use-cases/record-payments';
import { rejectPayments } from '../use-cases/reject-payments';
import { reversePayments } from '../use-cases/reverse-payments';
import { verifyPayments } from '../use-cases/verify-payments';
import { allocationsOf } from './allocations-of';
import { payment, received, settledPayment } from './answers';
import { because, period, recording, verification } from './shapes';
import { paymentView, settledPaymentView } from './views';

export const paymentActions = [
  defineAction({
    name: 'recordPayment',
    summary: 'Record money that came in: one payment on many invoices, with what was withheld and deducted of each',
    staff: { method: 'POST', path: '/payments', permission: 'payment.record' },
    graphql: 'none',
    input: recording,
    output: settledPayment,
    status: 201,
    run: async ({ platform, input }) => {
      const { payments, ...documents } = await recordPayments(platform, [
        {
          ...input,
          currency: input.currency ?? (await platform.currency.own()),
          customer: await rowId(platform, CUSTOMER, input.customer, 'payment.customer_unknown', 'customer'),
          allocations: await allocationsOf(platform, input.allocations),
        },
      ]);
      return settledPaymentView(platform, payments[0]?.id ?? 0, documents);
    },
  }),
  defineAction({
    name: 'verifyPayment',
    summary: 'Verify a submitted payment: it settles its invoice and makes its receipt',
    subject: PAYMENT,
    staff: { method: 'POST', path: '/payments/:id/verify', permission: 'payment.verify' },
    graphql: 'none',
    input: verification,
    output: settledPayment,
    run: async ({ platform, subject, input }) => {
      const { payments: _, ...documents } = await verifyPayments(platform, [{ ...input, payment: subject.id }]);
      return settledPaymentView(platform, subject.id, documents);
    },
  }),
  defineAction({
    name: 'rejectPayment',
    summary: 'Reject a submitted payment and tell the customer why',
    subject: PAYMENT,
    staff: { method: 'POST', path: '/payments/:id/reject', permission: 'payment.verify' },
    graphql: 'none',
    input: because,
    output: payment,
    run: async ({ platform, subject, input }) => {
      await rejectPayments(platform, [{ payment: subject.id, reason: input.reason }]);
      return paymentView(platform, subject.id);
    },
  }),
  defineAction({
    name: 'reversePayment',
    summary: 'Reverse a payment that turned out not to be: what it settled is due again',
    subject: PAYMENT,
    staff: { method: 'POST', path: '/payments/:id/reverse', permission: 'payment.reverse' },
    graphql: 'none',
    input: because,
    output: payment,
    run: async ({ platform, subject, input }) => {
      await reversePayments(platform, [{ payment: subject.id, reason: input.reason }]);
      return paymentView(platform, subject.id);
    },
  }),
  defineAction({
    name: 'moneyReceived',
    summary: 'What came in by day: `{on, currency, amount, payments}`',
    staff: { method: 'GET', path: '/received', permission: 'received.read' },
    graphql: 'none',
    writes: false,
    input: period,
    output: received,
    run: ({ platform, input: { from, to } }) => receivedByDay(platform, from, to),
  }),
];
