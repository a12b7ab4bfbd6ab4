import { z } from 'zod';
import { day, decimal, instant, money } from '@sanya/strapi-plugin-platform/kit';
import { ACTIVATIONS } from '../domain/activation';
import { FEE_KINDS } from '../domain/contract';
import { CONTRACT_STATES } from '../domain/contract-machine';
import { CYCLE_UNITS } from '../domain/cycle';
import { LINE_STATES } from '../domain/line-state';
import { BILLED_IN } from '../domain/periods-due';
import { ALIGNMENTS, SUSPENSION_POLICIES } from '../domain/schedule';

const text = z.string();
const whole = z.int();

const contractLine = z
  .strictObject({
    id: whole,
    documentId: text,
    position: whole,
    description: text,
    quantity: decimal,
    unit: text.nullable(),
    unitPrice: money,
    discount: money,
    cycleUnit: z.enum(CYCLE_UNITS),
    cycleCount: whole,
    billedIn: z.enum(BILLED_IN),
    alignment: z.enum(ALIGNMENTS),
    leadDays: whole,
    whileSuspended: z.enum(SUSPENSION_POLICIES),
    minimumMonths: whole.nullable(),
    feeKind: z.enum(FEE_KINDS),
    feeValue: money,
    startsOn: day.nullable(),
    endsOn: day.nullable(),
    /** How it stands today. */
    standing: z.enum(LINE_STATES),
  })
  .meta({ id: 'ContractLine' });

/** Which service is promised in a contract. */
export const heldServiceLevel = z
  .strictObject({
    documentId: text,
    code: text,
    name: text,
    promise: text.nullable(),
    /** Whether it was agreed in the contract, or is usual for the class of its customer. */
    of: z.enum(['contract', 'class']),
  })
  .meta({ id: 'HeldServiceLevel' });

/** A contract as actions answer it. */
export const contract = z
  .strictObject({
    id: whole,
    documentId: text,
    number: text.nullable(),
    serviceId: text.nullable(),
    state: z.enum(CONTRACT_STATES),
    customer: z.strictObject({ documentId: text, name: text }).meta({ id: 'ContractCustomer' }),
    activation: z.enum(ACTIVATIONS),
    agreedStart: day.nullable(),
    startsOn: day.nullable(),
    /** The last day on which something of it is tried: its first bill comes after that. */
    trialUntil: day.nullable(),
    endsOn: day.nullable(),
    nextBillOn: day.nullable(),
    /** It goes on by itself after its term. */
    autoRenew: z.boolean(),
    /** Number of the term that runs: 1 is the first that is paid. */
    term: whole,
    /** Since when it is known that it will end. */
    noticeGivenOn: day.nullable(),
    /** Off from that day, as long as it is not on again. */
    suspendedFrom: day.nullable(),
    currency: text,
    pricesIncludeTax: z.boolean(),
    billedTogether: z.boolean(),
    poNumber: text.nullable(),
    note: text.nullable(),
    serviceLevel: heldServiceLevel.nullable(),
    lines: z.array(contractLine),
  })
  .meta({ id: 'Contract' });

export const endingPreview = z
  .strictObject({
    endsOn: day,
    currency: text,
    /** For leaving before the minimum term. */
    fee: money,
    /** What comes back of what was billed beyond the last day. */
    credit: money,
    /** The same in one sentence. */
    sentence: text,
  })
  .meta({ id: 'EndingPreview' });

const previewed = { documentId: text, number: text, customer: text };
const runProblems = z.array(z.strictObject({ ...previewed, problem: text }).meta({ id: 'RunProblem' }));

/** How far a run has come, in per cent, and what it set aside and nobody has seen to yet. */
export const runStanding = z.strictObject({ progress: whole, problems: runProblems }).meta({ id: 'RunStanding' });

export const billingRun = z
  .strictObject({
    /** Null: a preview, which is kept nowhere. */
    documentId: text.nullable(),
    state: z.enum(['preview', 'running', 'finished']),
    asOf: day,
    startedAt: instant.nullable(),
    finishedAt: instant.nullable(),
    /** How many contracts were to be billed when it began. */
    due: whole,
    contracts: whole,
    invoices: whole,
    periods: whole,
    parked: whole,
    currency: text,
    /** With VAT. */
    total: money,
    list: z.array(z.strictObject({ ...previewed, periods: whole, amount: money }).meta({ id: 'RunContract' })),
    problems: runProblems,
    /** There are more than the preview looked at. */
    more: z.boolean(),
  })
  .meta({ id: 'BillingRun' });
