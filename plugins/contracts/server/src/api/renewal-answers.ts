import { z } from 'zod';
import { day, decimal, money } from '@sanya/strapi-plugin-platform/kit';
import { ENTITLEMENT_UNITS } from '../domain/entitlement';
import { CONTRACT_STATES } from '../domain/contract-machine';
import { RENEWAL_STATES } from '../domain/renewal-machine';
import { RISKS } from '../domain/renewal-risk';

const text = z.string();
const whole = z.int();

const offeredInvoice = z
  .strictObject({ documentId: text, number: text.nullable(), state: text, amountDue: money, dueDate: day.nullable() })
  .meta({ id: 'OfferedInvoice' });

/** What becomes of a contract after its term, as actions answer it. */
export const renewal = z
  .strictObject({
    id: whole,
    documentId: text,
    state: z.enum(RENEWAL_STATES),
    contract: z
      .strictObject({ documentId: text, number: text.nullable(), endsOn: day.nullable() })
      .meta({ id: 'RenewedContract' }),
    /** Number of the term that follows. */
    term: whole,
    termEndsOn: day,
    /** Of the term that follows, as it was offered or renewed. */
    startsOn: day.nullable(),
    endsOn: day.nullable(),
    currency: text,
    /** Of the whole term, as the prices of the contract are meant: before VAT or with it. */
    price: money.nullable(),
    /** What is to be paid for it, as long as it is. */
    invoice: offeredInvoice.nullable(),
    notices: whole,
    reason: text.nullable(),
    note: text.nullable(),
    decidedOn: day.nullable(),
    /** The contract with which it came back. */
    successor: text.nullable(),
  })
  .meta({ id: 'Renewal' });

/** What renewing would come to. */
export const renewalPreview = z
  .strictObject({
    sentence: text,
    startsOn: day,
    endsOn: day,
    currency: text,
    /** Of the whole term, as the prices of the contract are meant: before VAT or with it. */
    price: money,
    /** Number of the invoice that asks for it already. */
    invoice: text.nullable(),
  })
  .meta({ id: 'RenewalPreview' });

const customer = z.strictObject({ documentId: text, name: text }).meta({ id: 'ExpiryCustomer' });

const expiring = {
  documentId: text,
  number: text,
  serviceId: text.nullable(),
  state: z.enum(CONTRACT_STATES),
  customer,
  endsOn: day,
  renewalState: z.enum(RENEWAL_STATES).nullable(),
};

export const expiryCalendar = z.array(
  z
    .strictObject({ day, contracts: z.array(z.strictObject(expiring).meta({ id: 'ExpiringContract' })) })
    .meta({ id: 'ExpiryDay' }),
);

export const expiringMonths = z.array(
  z
    .strictObject({
      month: text,
      contracts: whole,
      undecided: whole,
      renewed: whole,
      declined: whole,
      lapsed: whole,
    })
    .meta({ id: 'ExpiringMonth' }),
);

export const cockpit = z
  .strictObject({
    rows: z.array(
      z
        .strictObject({
          ...expiring,
          daysLeft: whole,
          owner: z.strictObject({ id: whole, name: text }).nullable(),
          autoRenew: z.boolean(),
          /** Document id of the renewal; null while nobody has been asked. */
          renewal: text.nullable(),
          notices: whole,
          lastNoticeOn: day.nullable(),
          currency: text,
          /** What the next term costs: as offered, or by the table and the lines. */
          price: money.nullable(),
          invoice: z
            .strictObject({ documentId: text, number: text.nullable(), state: text })
            .meta({ id: 'CockpitInvoice' })
            .nullable(),
          /** Invoices paid in the last two years, and how many of them in time. */
          paid: whole,
          inTime: whole,
          overdueDays: whole,
          /** What it entitles to in the period that runs, and how much of it was used. */
          usage: z.array(
            z
              .strictObject({ unit: z.enum(ENTITLEMENT_UNITS), had: decimal, used: decimal })
              .meta({ id: 'CockpitUsage' }),
          ),
          risk: z.enum(RISKS),
          problem: text.nullable(),
        })
        .meta({ id: 'CockpitRow' }),
    ),
    reasons: z.array(z.strictObject({ code: text, name: text }).meta({ id: 'DeclineReasonChoice' })),
    staff: z.array(z.strictObject({ id: whole, name: text }).meta({ id: 'CockpitStaff' })),
    /** There are more than are shown: a month, or who looks after them, shows fewer. */
    more: z.boolean(),
  })
  .meta({ id: 'RenewalCockpit' });
