import { z } from 'zod';
import { day, money } from '@sanya/strapi-plugin-platform/kit';
import { statementLineLife } from '../domain/lives';
import { ROLES } from '../domain/statements/layouts';

const text = z.string();
const perhaps = text.nullable();
const whole = z.int();
const encoding = z.enum(['utf-8', 'utf-16le', 'windows-874', 'xlsx']);
const state = z.enum(statementLineLife.states);
const how = z.enum(['payment', 'slip', 'recorded']).nullable();

const counted = z.strictObject({ lines: whole, amount: money }).meta({ id: 'StatementCount' });
const counts = z
  .strictObject({
    matched: counted,
    toCheck: counted,
    unknown: counted,
    applied: counted,
    aside: counted,
    outgoing: counted,
  })
  .meta({ id: 'StatementCounts' });

/** By document id of the statement. */
export const statementCounts = z.record(text, counts);

/** How many lines were found what they are of. */
export const matchedCounts = z.strictObject({ matched: whole, toCheck: whole, unknown: whole });

/** A file whose columns nobody knows yet, as it is. */
const unknownColumns = z.strictObject({
  layout: z.null(),
  encoding,
  header: z.array(text),
  sample: z.array(z.array(text)),
});

const lineRead = z.strictObject({
  row: whole,
  date: day,
  time: perhaps,
  amount: money,
  balance: money.nullable(),
  description: text,
  reference: perhaps,
  payerName: perhaps,
  payerAccount: perhaps,
  /** Stored by an earlier file. */
  known: z.boolean(),
});

const readFile = z.strictObject({
  /** Of a bank, a name that staff gave, or `general`. */
  layout: text,
  bank: perhaps,
  encoding,
  account: text,
  currency: text,
  from: day.nullable(),
  to: day.nullable(),
  opening: money.nullable(),
  closing: money.nullable(),
  /** Each balance follows from the one before. */
  continuous: z.boolean(),
  /** Some date was of the Buddhist era. */
  buddhist: z.boolean(),
  header: z.array(text),
  /** Place of each column. */
  columns: z.partialRecord(z.enum(ROLES), whole),
  incoming: counted,
  outgoing: counted,
  known: whole,
  /** The first of what could not be read. */
  problems: z.array(z.strictObject({ row: whole, code: text, cell: text, message: text })),
  problemCount: whole,
  lines: z.array(lineRead),
});

/** What is known of a file before it is stored. */
export const statementPreviewed = z.union([unknownColumns, readFile]);

export const importedStatement = z.strictObject({
  statement: z.strictObject({
    id: whole,
    documentId: text,
    account: text,
    bank: perhaps,
    layout: perhaps,
    from: day,
    to: day,
    currency: text,
    opening: money.nullable(),
    closing: money.nullable(),
    skippedCount: whole,
  }),
  written: whole,
  known: whole,
  ...matchedCounts.shape,
});

const named = z.strictObject({ documentId: text, name: text });

const proposal = z
  .strictObject({
    kind: z.enum(['invoices', 'slip', 'recorded', 'account']),
    score: whole,
    customer: named,
    payment: z.strictObject({ documentId: text }).nullable(),
    invoices: z.array(z.strictObject({ documentId: text, number: text, cash: money, withheld: money })),
    /** Why, in words. */
    reasons: z.array(text),
  })
  .meta({ id: 'StatementProposal' });

const line = z
  .strictObject({
    /** Document id. */
    statement: text,
    documentId: text,
    account: text,
    row: whole,
    date: day,
    time: perhaps,
    currency: text,
    amount: money,
    balance: money.nullable(),
    description: text,
    reference: perhaps,
    payerName: perhaps,
    payerAccount: perhaps,
    state,
    how,
    /** Why it was set aside or freed. */
    reason: perhaps,
    resolvedOn: day.nullable(),
    payment: z.strictObject({ documentId: text, customer: named.nullable() }).nullable(),
    /** Why nothing was done with it, in words. */
    problem: perhaps,
    proposals: z.array(proposal),
  })
  .meta({ id: 'StatementLine' });

/** A page of lines over all statements. */
export const suspendedPage = z.strictObject({
  pagination: z.strictObject({ page: whole, pageSize: whole, total: whole }),
  lines: z.array(line),
});

export const statementPage = z.strictObject({ ...suspendedPage.shape, counts });

export const appliedStatement = z.strictObject({
  applied: whole,
  /** What did not hold any more, and why. */
  left: z.array(z.strictObject({ line: perhaps, row: whole.nullable(), code: text, message: text })),
  /** Lines that are matched still. */
  remaining: whole,
});

export const discardedStatement = z.strictObject({ discarded: z.literal(true) });

export const lineState = z.strictObject({
  id: whole,
  documentId: text,
  state,
  how,
  reason: perhaps,
  resolvedOn: day.nullable(),
  amount: money,
  currency: text,
});
