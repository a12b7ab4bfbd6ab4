import { z } from 'zod';
import { bilingual, instant, money } from '../../../kit/src/shapes';
import { approvalLife } from './approval-life';

const text = z.string();
const perhaps = text.nullable();
const whole = z.int();

/** A question as its readers see it. */
export const approval = z.strictObject({
  id: whole,
  documentId: text,
  kind: text,
  state: z.enum(approvalLife.states),
  subjectType: text,
  subjectId: whole,
  subjectDocumentId: text,
  subjectName: text,
  customerId: whole.nullable(),
  customerName: perhaps,
  /** What it is about, as it was said when it was asked. */
  words: bilingual,
  amount: money.nullable(),
  currency: perhaps,
  reason: perhaps,
  askedBy: text,
  askedByName: text,
  askedAt: instant,
  decidedBy: perhaps,
  decidedByName: perhaps,
  decidedAt: instant.nullable(),
  comment: perhaps,
});

export const inbox = z.strictObject({
  /** As `askedBy` has the caller. */
  me: text,
  kinds: z.array(z.strictObject({ code: text, name: bilingual, mayDecide: z.boolean() })),
  waiting: whole,
});

export const roleLimits = z.strictObject({
  /** Of the kind of approval. */
  code: text,
  name: bilingual,
  unit: z.enum(['money', 'rate']),
  roles: z.array(
    z.strictObject({
      role: text,
      name: text,
      /** Minor units or millionths; null: as far as the role likes. */
      most: money.nullable(),
    }),
  ),
});
