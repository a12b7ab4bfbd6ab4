import { type CivilDate, rateOf } from '@sanya/strapi-plugin-platform/kernel';

export const CHANNELS = ['mail', 'letter', 'call', 'none'] as const;
export type Channel = (typeof CHANNELS)[number];

/** `legal`: it is handed over, to an agency or a lawyer. */
export const ACTIONS = ['none', 'suspend', 'terminate', 'legal', 'write_off'] as const;
export type DunningAction = (typeof ACTIONS)[number];

/** What a customer is warned of before it is done. */
export const WARNINGS = ['none', 'suspend', 'terminate'] as const;
export type Warning = (typeof WARNINGS)[number];
export type Threat = Exclude<Warning, 'none'>;

/** One step of a policy. */
export interface Step {
  /** Row id. */
  id: number;
  /** Days after the due date; before it where negative. */
  day: number;
  channel: Channel;
  /** Code of the mail template, of a step that is written. */
  template: string | null;
  /** Late fee: an amount, and a share of the principal that is still owed. */
  feeAmount: bigint;
  feePpm: number;
  action: DunningAction;
  /** What this step warns of. */
  warns: Warning;
}

/** Where a late fee is charged: on an invoice of its own, or on the customer's next one of a billing run. */
export const FEE_PLACES = ['own_invoice', 'next_invoice'] as const;

export interface Policy {
  /** In the order of their days. */
  steps: readonly Step[];
  /** Nobody is asked for less. */
  floor: bigint;
  /** A service is suspended or ended no sooner than this many days after a notice that warned of it. */
  noticeDays: number;
  /** Suspend and terminate on working days only. */
  workingDays: boolean;
}

/** A step that was taken on an invoice, or overtaken by a later one that spoke in its place. */
export interface Notice {
  /** Row id of the step, which may stand on another day by now. */
  step: number;
  day: number;
  on: CivilDate;
  overtaken: boolean;
  /** What the customer was warned of by it. */
  warned: readonly Threat[];
}

/** Holds dunning until the end of that day; for ever where there is none. */
export interface Pause {
  until: CivilDate | null;
}

/** What is known of an invoice when its next step is looked for. */
export interface DunnedInvoice {
  state: string;
  amountDue: bigint;
  issuedOn: CivilDate;
  dueDate: CivilDate;
  /** It asks for late fees alone: it is reminded of, and never the cause of anything more. */
  isFee: boolean;
  /** Late fees that stand on it beside what it is for: no fee is charged on them. */
  lateFees?: bigint;
}

/** A step as somebody wants it, with the document id of the one that it was. */
export interface WantedStep extends Omit<Step, 'id'> {
  step?: string | undefined;
}

/**
 * For each wanted step the standing one that it is: the one it names, on whichever day, else the one of its day that no
 * other names. So what was told by a step stays told when it is moved.
 */
export const keptSteps = <S extends { documentId: string; day: number }>(
  standing: readonly S[],
  wanted: readonly Pick<WantedStep, 'step' | 'day'>[],
): (S | undefined)[] =>
  wanted.map(({ step, day }) =>
    standing.find((one) =>
      step === undefined
        ? one.day === day && !wanted.some((other) => other.step === one.documentId)
        : one.documentId === step,
    ),
  );

export const isWritten = ({ channel }: Pick<Step, 'channel'>): boolean => channel === 'mail' || channel === 'letter';

/** The late fee of a step, half up; of a late fee there is none. */
export const feeOf = (
  step: Step,
  { amountDue, isFee, lateFees = 0n }: Pick<DunnedInvoice, 'amountDue' | 'isFee' | 'lateFees'>,
): bigint => (isFee ? 0n : step.feeAmount + rateOf(amountDue - lateFees, step.feePpm));
