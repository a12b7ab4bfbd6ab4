import { z } from 'zod';
import { day, GATEWAYS, instant, money } from '@sanya/strapi-plugin-platform/kit';
import { refundLife } from '../domain/refund';

const text = z.string();
const perhaps = text.nullable();
const whole = z.int();
const terms = {
  creditTermsDays: whole,
  /** Null: none set. */
  creditLimit: money.nullable(),
};

/** How much may be sold to a customer before it is paid, what of it is used, and how they pay. */
export const creditStanding = z.strictObject({
  currency: text,
  ...terms,
  /** What the exposure is made of. */
  parts: z.array(z.strictObject({ code: text, amount: money })),
  /** What the customer has over. */
  credit: money,
  exposure: money,
  /** Null: no limit. */
  available: money.nullable(),
  overdueDays: whole,
  score: z.strictObject({
    /** 0 to 100; null: too little is known. */
    score: whole.nullable(),
    grade: z.enum(['new', 'a', 'b', 'c', 'd']),
    reasons: z.array(
      z.strictObject({
        code: z.enum(['on_time', 'days_late', 'age', 'reversed', 'overdue']),
        points: whole,
        most: whole,
        params: z.record(text, z.number()),
        text,
      }),
    ),
  }),
  proposal: z.strictObject({ ...terms, why: z.enum(['raise', 'open', 'stop']), text }).nullable(),
});

/** A refund as actions answer it. */
export const refund = z.strictObject({
  id: whole,
  documentId: text,
  number: text,
  state: z.enum(refundLife.states),
  currency: text,
  amount: money,
  reason: text,
  /** Where the customer wants the money. */
  account: z.strictObject({ bank: text, number: text, name: text }).nullable(),
  reference: perhaps,
  /** Why the card's gateway did not send it, in its own word. */
  failReason: perhaps,
  sentOn: day.nullable(),
  requestedAt: instant,
  approvedAt: instant.nullable(),
  sentAt: instant.nullable(),
  confirmedAt: instant.nullable(),
  cancelledAt: instant.nullable(),
  cancelReason: perhaps,
  requestedBy: text,
  approvedBy: perhaps,
  sentBy: perhaps,
  confirmedBy: perhaps,
});

/** A charge that a refund can go back by. */
export const refundCharge = z.strictObject({
  /** Document id of the payment that it was. */
  payment: text,
  gateway: z.enum(GATEWAYS),
  /** As people know it; null: the card was not kept. */
  card: perhaps,
  left: money,
});
