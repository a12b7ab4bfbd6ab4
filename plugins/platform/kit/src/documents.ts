import type { Language } from '../../kernel/src';
import type { Call, FileAnswer } from './actions';

/** Attached file of a mail. */
export interface Attachment {
  filename: string;
  contentType: string;
  content: Buffer;
}

/** A mail to be sent after commit through the template of that code, in the reader's language. */
export interface NewDelivery {
  template: string;
  to: string;
  language: Language;
  customer?: number | null;
  /** What the template may say. Plain data. */
  data: Record<string, unknown>;
  /** Documents rendered at sending time and attached: kind as registered in the plugin, row id of the subject. */
  documents?: readonly { kind: string; id: number }[];
  /** What the mail speaks of, by the name that people know it by: it is found and reached by that. */
  about?: { type: string; documentId: string; name: string };
  /** Makes the delivery happen once: (template, key) is unique. */
  key: string;
}

/** What a print on paper is: the original, a copy, or the substitute of an original that was lost. */
export type PrintMark = 'original' | 'copy' | 'substitute';

/** A document on paper. Absent: the document as a file, by mail or download. */
export interface Print {
  mark: PrintMark;
  /** What a substitute must say of itself: which one it is, its day, why there is one. */
  substitute?: { times: number; on: string; reason: string };
}

/** One of several documents that go through the printer together. */
export interface PrintedDocument {
  kind: string;
  /** Row id of its subject. */
  id: number;
  language: Language;
  print?: Print;
}

/** How one kind of document becomes a PDF. `load` reads frozen data; `definition` is pure. */
export interface DocumentKind {
  /** `invoice`, `receipt`, `tax-invoice` … */
  kind: string;
  subject: string;
  /** What staff write for the foot of all of its kind; each document keeps the words of its day. */
  foot?: {
    /** Code of the template: `paper-invoice`. */
    template: string;
    /** Attribute of the subject: the instant from which it keeps them; null there: it is a draft still. */
    since: string;
  };
  /** Another template that stands in it, and the attribute of the subject with the version that was pinned. */
  pins?: { template: string; version: string };
  /** File name without ending, e.g. the document number; `said`: what else the foot may name. */
  load: (
    id: number,
    language: Language,
    print?: Print,
  ) => Promise<{ name: string; model: DocumentModel; said?: Record<string, unknown> }>;
}

export interface Party {
  name: string;
  lines: readonly string[];
  taxId?: string;
  branch?: string;
}

/** Who a letter is from, and to whom it goes. */
export interface Envelope {
  sender: Party;
  recipient: Party;
  /** What stands above the recipient: กรุณาส่ง. */
  to: string;
}

export interface DocumentLine {
  description: string;
  details?: string;
  quantity: string;
  /** Without price and amount on any line: a paper that goes with goods and names no prices. */
  unitPrice?: string;
  discount?: string;
  amount?: string;
}

/** A list on a document that is no list of goods: its own columns, cells as they are printed. */
export interface DocumentTable {
  /** Without a width: shares what the others leave. */
  columns: readonly { title: string; width?: number; right?: boolean }[];
  rows: readonly (readonly string[])[];
}

/** What is agreed in words, under its heading. */
export interface Clause {
  title?: string;
  paragraphs: readonly string[];
}

/** What every business document shows; amounts already formatted, words in its language. */
export interface DocumentModel {
  language: Language;
  currency: string;
  /** e.g. ใบแจ้งหนี้ / Invoice. */
  title: string;
  subtitle?: string;
  /** ต้นฉบับ, สำเนา, เอกสารออกเป็นชุด … */
  marks: readonly string[];
  /** Printed across the page: cancelled, draft. */
  watermark?: string;
  seller: Party;
  /** Absent: a paper of the house itself. */
  buyer?: Party;
  /** What the other party is, where it is no buyer. */
  buyerLabel?: string;
  facts: readonly { label: string; value: string }[];
  lines: readonly DocumentLine[];
  /** Stands instead of lines. */
  table?: DocumentTable;
  totals: readonly { label: string; value: string; strong?: boolean }[];
  /** Amount in minor units for the words, e.g. 107000n. */
  amountInWords?: string;
  notes: readonly string[];
  /** Of a contract. */
  clauses?: readonly Clause[];
  /** PromptPay payload and its caption. */
  qr?: { payload: string; caption: string };
  signatures: readonly string[];
}

export interface TemplateSeed {
  /** `invoice-mail`. */
  code: string;
  /** What staff call it. */
  name: Record<Language, string>;
  subject: Record<Language, string>;
  /** Liquid, HTML body without layout. */
  body: Record<Language, string>;
  /** Data for the preview. */
  sample: Record<string, unknown>;
  /** It stands in a document, where it may say nothing; without it: a mail, which has to say something. */
  paper?: true;
}

/**
 * What staff write for the foot of a kind of document. It says nothing until they do, unless the plugin proposes words.
 * @param kind of the document
 */
export const paperFoot = (
  kind: string,
  name: Record<Language, string>,
  { body = { th: '', en: '' }, sample = {} }: Partial<Pick<TemplateSeed, 'body' | 'sample'>> = {},
): TemplateSeed => ({
  code: `paper-${kind}`,
  name,
  subject: { th: '', en: '' },
  body,
  sample: { number: '2569-000001', customer: 'บริษัท ตัวอย่าง จำกัด', ...sample },
  paper: true,
});

/** Where the words of such a foot stand. @param since attribute with the instant from which a document keeps them */
export const footOf = (kind: string, since = 'issuedAt'): NonNullable<DocumentKind['foot']> => ({
  template: `paper-${kind}`,
  since,
});

/** Real rows that mail templates can speak of: whoever edits a text sees it with what a mail about such a row is told. */
export interface TemplateSource {
  /** Codes of the templates. */
  templates: readonly string[];
  /** uid of the rows. Only who may read all of such a row is shown what a mail would say of it. */
  type: string;
  /** Attributes that rows are called and found by. */
  names: readonly string[];
  /** Which rows have such a mail, e.g. `{ state: 'open' }`. */
  where?: Record<string, unknown>;
  /** The data of the mail about a row, as if its reader had that language. */
  dataOf: (id: number, language: Language) => Promise<Record<string, unknown> | undefined>;
}

/** The PDF of a document, shown in its frame: in the language that is asked for, or else the caller's. */
export const documentFile = async (
  { platform, caller, input }: Pick<Call<{ lang?: Language }>, 'platform' | 'caller' | 'input'>,
  kind: string,
  id: number,
  print?: Print,
): Promise<FileAnswer> => ({
  file: { ...(await platform.documents.render(kind, id, input.lang ?? caller.language, print)), inline: true },
});
