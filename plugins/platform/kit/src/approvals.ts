import type { Language, MessageParams } from '../../kernel/src';
import type { RoleCode, Tools } from './plugin';
import type { Ref } from './rows';

export type ApprovalState = 'asked' | 'granted' | 'refused' | 'withdrawn';

/** A question to somebody else, as stored. */
export interface ApprovalRow extends Ref {
  kind: string;
  state: ApprovalState;
  subjectType: string;
  subjectId: number;
  subjectDocumentId: string;
  subjectName: string;
  customerId: number | null;
  customerName: string | null;
  /** What it is about, as it was said when it was asked. */
  words: Record<Language, string>;
  amount: bigint | null;
  currency: string | null;
  reason: string | null;
  payload: Record<string, unknown> | null;
  askedBy: string;
  askedByName: string;
  askedAt: string;
  decidedBy: string | null;
  decidedByName: string | null;
  decidedAt: string | null;
  comment: string | null;
}

export interface NewApproval {
  kind: string;
  /** What it is about, by the name people know it by: its number. */
  subject: { type: string; id: number; documentId: string; name: string };
  customer?: { id: number; name: string } | null;
  /** Message codes that say what is asked and why, one sentence each. */
  words: readonly { code: string; params?: MessageParams }[];
  /** Minor units of `currency`. */
  amount?: bigint | null;
  currency?: string | null;
  /** What whoever asks has to say to it. */
  reason?: string | null;
  /** What would be done, as plain data. */
  payload?: Record<string, unknown> | null;
}

/**
 * A kind of thing that somebody else has to grant, declared once by the plugin whose thing it is. What is granted is
 * done, and what is refused undone, in the transaction of the decision.
 */
export interface ApprovalKind {
  /** Unique in the suite: `refund`. */
  code: string;
  name: Record<Language, string>;
  /** Permission of the plugin that decides it, without prefix: `refund.approve`. */
  permission: string;
  /** What its limits count: minor units of the company's currency, or millionths. Absent: it knows no limits. */
  limits?: { unit: 'money' | 'rate'; roles: Partial<Record<RoleCode, bigint>> };
  /** Type of the rows that `customerId` names: locked before the question itself, as everything that moves them does. */
  locks?: string;
  granted: (tools: Tools, approvals: readonly ApprovalRow[]) => Promise<void>;
  refused: (tools: Tools, approvals: readonly ApprovalRow[]) => Promise<void>;
}

/** Approvals for use cases. Each joins the transaction under way. */
export interface Approvals {
  /** Whether the caller goes as far as this without asking: by the most generous limit of the roles; what has none is free. */
  mayAlone(kind: string, measure: bigint): Promise<boolean>;
  /** Writes the questions down and mails those who may decide them. One that stands already is a 409. */
  ask(questions: readonly NewApproval[]): Promise<Ref[]>;
  /** All that was asked about these things, in the order asked. */
  of(type: string, ids: readonly number[]): Promise<ApprovalRow[]>;
  /** The thing has gone another way: nobody has to decide any more. Whoever calls holds the lock of its customer. */
  withdraw(type: string, ids: readonly number[]): Promise<void>;
}
