import type { BillingDoors } from '../../doors';

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

export const TABS = ['matched', 'to_check', 'unknown', 'applied', 'aside', 'outgoing'] as const;
export type Tab = (typeof TABS)[number];
export type Counts = BillingDoors['GET /billing/statement-counts']['answers'][string];
export const countOf = (counts: Counts | undefined, tab: Tab): Counts['matched'] | undefined =>
  counts?.[tab === 'to_check' ? 'toCheck' : tab];

export type Line = BillingDoors['GET /billing/statements/:id/lines']['answers']['lines'][number];
export type Proposal = Line['proposals'][number];

export type Preview = BillingDoors['POST /billing/statements/preview']['answers'];
/** Of a file whose columns are known. */
export type ReadPreview = Extract<Preview, { layout: string }>;

export const ROLES = [
  ...(['date', 'deposit', 'withdrawal', 'amount', 'balance', 'description', 'details', 'reference'] as const),
  ...(['payerName', 'payerAccount', 'time'] as const),
];
export type Role = (typeof ROLES)[number];
