import type { Knex } from 'knex';
import type { Catalogue, Language, MessageParams } from '../../kernel/src';
import type { Approvals } from './approvals';
import type { Caller } from './caller';
import type { Attachment, Clause, DocumentModel, Envelope, NewDelivery, Print, PrintedDocument } from './documents';
import type { GatewayPort } from './gateway';
import type { EventQuestion, EventRow, HeardEvent, NewEvent, TimelineEntry } from './events';
import type { Moves } from './moves';
import type { Discrepancy } from './proof';
import type { OfferedReport } from './reports';
import type { Ref, Rows } from './rows';
import type { Sheets } from './sheets';
import type { Visible } from './visible';

export interface Clock {
  /** Business instant, ISO-8601 UTC. */
  now(): string;
  /** Business date in the company's time zone. */
  today(): string;
  zone(): string;
}

/** What numbers are taken from: one counter per (series code, branch, period). */
export interface NumberRequest {
  /** Code of the series: `invoice`, `tax-invoice`, `receipt` … */
  series: string;
  /** Row id of the branch, or null for the company's head office. */
  branch: number | null;
  /** The document's own date: decides the period. */
  date: string;
}

export interface SeriesSeed {
  code: string;
  name: Record<Language, string>;
  /** What else offices call its documents in their files: `Receipt`, `ใบเสร็จ`. */
  words?: readonly string[];
  pattern: string;
  /** Its numbers are never given in the name of a branch. */
  companyWide?: boolean;
  /** Where its numbers stand, so that the books proof finds each of them. Absent: what bears one may be removed. */
  documents?: NumberedDocuments;
}

export interface NumberedDocuments {
  /** uid */
  type: string;
  attribute: string;
  /** Which rows bear a number of the series, e.g. `{takenOverOn} is null`. */
  when?: string;
  /** Several rows bear one number: versions of one document. */
  repeats?: true;
}

export interface FileRow extends Ref {
  name: string;
  mime: string;
  size: number;
  sha256: string;
  owner: string;
  customer: number | null;
  attachedTo: string | null;
}

/** The platform's face to the other plugins. */
export interface Platform {
  /** The only opener of transactions: outermost a transaction, inside another a savepoint. Nothing but the database is awaited inside. */
  transaction<T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T>;
  /**
   * Works that open transactions of their own, two at a time where the database takes more than one; what they come to, in
   * their order. Once one has failed no other is begun, and its error is thrown when all that were begun have ended.
   */
  sideBySide<T>(works: readonly (() => Promise<T>)[]): Promise<T[]>;
  /** Runs after the outermost commit (at once when no transaction is open). A failure is logged, never thrown. */
  afterCommit(work: () => unknown): void;
  /**
   * Holds the lock of that name until the transaction ends: `alone` waits for all who share it, and they for it. For
   * what is no row that could be locked. SQLite writes alone anyway.
   */
  hold(name: string, how: 'shared' | 'alone'): Promise<void>;
  rows: Rows;
  clock: Clock;
  /** The caller of the request or job under way. */
  caller(): Caller;
  /** Runs work as somebody else, e.g. a job as `system`. */
  as<T>(caller: Partial<Caller> & Pick<Caller, 'kind' | 'key'>, work: () => Promise<T>): Promise<T>;
  visible: Visible;
  events: {
    /** Each as recorded, with what those who heard of it within the transaction say has come of it. */
    record(events: readonly NewEvent[]): Promise<HeardEvent[]>;
    /** The log as this caller may read it, the latest first: no event of what is not theirs to read, no field either. */
    find(caller: Caller, question: EventQuestion): Promise<EventRow[]>;
    /** Names of those who did something, by key (`staff:3`); who is not there any more has none. */
    actorNames(keys: readonly string[]): Promise<Map<string, string>>;
    /** The same, told in the caller's language. */
    timeline(caller: Caller, question: EventQuestion): Promise<TimelineEntry[]>;
  };
  numbers: {
    /** Gapless, in the order asked, inside the transaction under way: take them last. */
    take(requests: readonly NumberRequest[]): Promise<string[]>;
    /**
     * Of numbers that come from elsewhere, those that the series would still give to documents from a day on: the series
     * must first go on after them. With the last number that it has counted.
     */
    ahead(series: string, numbers: readonly string[], since: string): Promise<Map<string, bigint>>;
  };
  settings: {
    /** The single type's row as attributes; made with its defaults when missing. */
    read<T>(uid: string): Promise<T & Ref>;
  };
  /** What the company counts its money in: prices, credit limits, invoices. */
  currency: {
    own(): Promise<string>;
    /** The plugin that bills says where it stands. */
    resolveWith(read: () => Promise<string>): void;
  };
  mail: {
    /** Queues mails in the transaction under way; sent after commit by a job, retried, dead-lettered. */
    queue(deliveries: readonly NewDelivery[]): Promise<void>;
    /** In the transaction under way: what is not sent yet of mails about these rows never will be. How many. */
    withdraw(type: string, documentIds: readonly string[]): Promise<number>;
  };
  /** Card money. Called between two transactions, never inside one: a gateway may hang. */
  readonly gateway: GatewayPort;
  documents: {
    /** Renders the PDF of a document in a language, from frozen data; with a print, as it goes onto paper. */
    render(kind: string, id: number, language: Language, print?: Print): Promise<Attachment>;
    /** The PDF of a document that no row stands for. */
    typeset(name: string, model: DocumentModel): Promise<Attachment>;
    /** Several documents in one PDF, each from a page of its own on. */
    renderTogether(list: readonly PrintedDocument[], name: string): Promise<Attachment>;
    /** Envelopes (DL), one a page, the recipient where the window is. */
    envelopes(list: readonly Envelope[], language: Language, name: string): Promise<Attachment>;
  };
  /** Texts that staff edit as templates and that stand in documents. */
  clauses: {
    /** The version that what is agreed now is pinned to. */
    version(template: string): Promise<number>;
    /** What it says of given data: its title, and clauses under their headings. */
    render(
      template: string,
      asked: { version: number; language: Language; data: Record<string, unknown> },
    ): Promise<{ title: string; clauses: Clause[] }>;
  };
  files: {
    /** Claims files that the caller sent for a row; 404 when not theirs, 409 when attached already. */
    attach(documentIds: readonly string[], to: { type: string; documentId: string }): Promise<FileRow[]>;
    content(file: FileRow): Promise<Buffer>;
  };
  proof: {
    run(range: { from?: string; to?: string }): Promise<Discrepancy[]>;
    /** All of the books, check after check, each in a transaction of its own: how many discrepancies each names. */
    count(): Promise<Record<string, number>>;
  };
  approvals: Approvals;
  moves: Moves;
  sheets: Sheets;
  reports: {
    /** What the plugins of this site offer, in the order of the house. */
    offered(): readonly OfferedReport[];
  };
  jobs: {
    /** Wakes the timekeeper: something may be due now. */
    poke(): void;
  };
  messages: {
    /** Text of a code in a language, with its parameters. */
    say(language: Language, code: string, params?: MessageParams): string;
    /** A text, or all texts of a list or record: what was kept by its code is said in a language. */
    tell<T>(language: Language, value: T): T;
    add(catalogues: Record<Language, Catalogue>): void;
  };
  members: {
    /** crm tells how a member's user leads to a customer. */
    resolveWith(resolver: (userId: number) => Promise<Ref | undefined>): void;
  };
}
