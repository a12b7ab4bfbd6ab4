import { defineAction } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE, PAYMENT_METHOD } from '../content-types/types';
import { agreeAutoDebit, withdrawAutoDebit } from '../use-cases/agree-auto-debit';
import { makeDefault, removePaymentMethod } from '../use-cases/change-payment-methods';
import { startCardPayment } from '../use-cases/start-card-payment';
import { payment, paymentMethod } from './answers';
import { savedCardOf } from './saved-card-of';
import { autoDebitConsent, cardCharge, nothing } from './shapes';
import { paymentMethodView, paymentView } from './views';

/** Cards that a gateway keeps: members have the say over their own, staff over those of a customer who asks for it. */
export const paymentMethodActions = [
  defineAction({
    name: 'removePaymentMethod',
    summary: 'Remove a saved card: it is not charged any more',
    subject: PAYMENT_METHOD,
    storefront: { method: 'POST', path: '/payment-methods/:id/remove', who: 'member' },
    staff: { method: 'POST', path: '/payment-methods/:id/remove', permission: 'payment-method.edit' },
    // The gateway is asked to forget it once that is written down.
    ownTransactions: true,
    input: nothing,
    output: paymentMethod,
    run: async ({ platform, subject }) => {
      await removePaymentMethod(platform, subject.id);
      return paymentMethodView(platform, subject.id);
    },
  }),
  defineAction({
    name: 'makeDefaultPaymentMethod',
    summary: 'Let a saved card stand for its customer',
    subject: PAYMENT_METHOD,
    storefront: { method: 'POST', path: '/payment-methods/:id/default', who: 'member' },
    staff: { method: 'POST', path: '/payment-methods/:id/default', permission: 'payment-method.edit' },
    input: nothing,
    output: paymentMethod,
    run: async ({ platform, subject }) => {
      await makeDefault(platform, subject.id);
      return paymentMethodView(platform, subject.id);
    },
  }),
  defineAction({
    name: 'agreeAutoDebit',
    summary: 'What is due is charged to a saved card by itself; what a member said to staff is kept',
    subject: PAYMENT_METHOD,
    storefront: { method: 'POST', path: '/payment-methods/:id/auto-debit', who: 'member' },
    staff: { method: 'POST', path: '/payment-methods/:id/auto-debit', permission: 'payment-method.edit' },
    input: autoDebitConsent,
    output: paymentMethod,
    run: async ({ platform, subject, input: { consent = null } }) => {
      await agreeAutoDebit(platform, subject.id, consent);
      return paymentMethodView(platform, subject.id);
    },
  }),
  defineAction({
    name: 'withdrawAutoDebit',
    summary: 'Nothing is charged to a saved card by itself any more',
    subject: PAYMENT_METHOD,
    storefront: { method: 'POST', path: '/payment-methods/:id/auto-debit/withdraw', who: 'member' },
    staff: { method: 'POST', path: '/payment-methods/:id/auto-debit/withdraw', permission: 'payment-method.edit' },
    input: nothing,
    output: paymentMethod,
    run: async ({ platform, subject }) => {
      await withdrawAutoDebit(platform, subject.id);
      return paymentMethodView(platform, subject.id);
    },
  }),
  defineAction({
    name: 'chargeSavedCard',
    summary:
      'Charge an invoice to a saved card of its customer, who agreed to it: what they said is kept with the payment',
    subject: INVOICE,
    staff: { method: 'POST', path: '/invoices/:id/charge-card', permission: 'payment.charge-card' },
    graphql: 'none',
    ownTransactions: true,
    input: cardCharge,
    output: payment,
    status: 201,
    run: async ({ platform, subject, input: { paymentMethod: card, ...wish } }) => {
      const started = await startCardPayment(platform, {
        ...wish,
        ...{ invoice: subject.id, paymentMethod: await savedCardOf(platform, card) },
      });
      return paymentView(platform, started.payment);
    },
  }),
];
