export const ROOT = '/plugins/billing/statements';
export const MAY_APPLY = 'plugin::billing.statement.apply';
export const MAY_IMPORT = 'plugin::billing.statement.import';

export interface Statement {
  documentId: string;
  account: string;
  bank: string | null;
  layout: string | null;
  fileName: string;
  from: string;
  to: string;
  currency: string;
  opening: string | null;
  closing: string | null;
  continuous: boolean;
  lineCount: number;
  knownCount: number;
  skippedCount: number;
  importedAt: string;
}

export interface Counted {
  lines: number;
  amount: string;
}
export const TABS = ['matched', 'to_check', 'unknown', 'applied', 'aside', 'outgoing'] as const;
export type Tab = (typeof TABS)[number];
export type Counts = Record<'matched' | 'toCheck' | 'unknown' | 'applied' | 'aside' | 'outgoing', Counted>;
export const countOf = (counts: Counts | undefined, tab: Tab): Counted | undefined =>
  counts?.[tab === 'to_check' ? 'toCheck' : tab];

export interface Proposal {
  kind: 'invoices' | 'slip' | 'recorded' | 'account';
  customer: { documentId: string; name: string };
  payment: { documentId: string } | null;
  invoices: { documentId: string; number: string; cash: string; withheld: string }[];
  reasons: string[];
}

export interface Line {
  documentId: string;
  /** Document id. */
  statement: string;
  account: string;
  row: number;
  date: string;
  time: string | null;
  currency: string;
  amount: string;
  description: string;
  reference: string | null;
  payerName: string | null;
  state: string;
  how: string | null;
  reason: string | null;
  problem: string | null;
  payment: { documentId: string; customer: { documentId: string; name: string } | null } | null;
  proposals: Proposal[];
}

export interface LinesPage {
  pagination: { page: number; pageSize: number; total: number };
  lines: Line[];
  counts?: Counts;
}

export interface Preview {
  layout: string | null;
  header: string[];
  sample?: string[][];
  bank: string | null;
  encoding: string;
  account: string;
  currency: string;
  from: string | null;
  to: string | null;
  opening: string | null;
  closing: string | null;
  continuous: boolean;
  buddhist: boolean;
  incoming: Counted;
  outgoing: Counted;
  known: number;
  problems: { row: number; code: string; cell: string; message: string }[];
  problemCount: number;
  lines: { row: number; date: string; amount: string; balance: string | null; description: string; known: boolean }[];
}

export const ROLES = [
  ...(['date', 'deposit', 'withdrawal', 'amount', 'balance', 'description', 'details', 'reference'] as const),
  ...(['payerName', 'payerAccount', 'time'] as const),
];
export type Role = (typeof ROLES)[number];
