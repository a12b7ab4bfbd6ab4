export const OUTCOMES = ['new_product', 'new_price', 'changed', 'unchanged', 'wrong'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface ProductImport {
  documentId: string;
  fileName: string;
  state: 'ready' | 'running' | 'finished';
  ignored: string[];
  rows: number;
  newProducts: number;
  newPrices: number;
  changed: number;
  unchanged: number;
  wrong: number;
  done: number;
  failed: number;
  readAt: string;
}

export interface ImportRow {
  documentId: string;
  row: number;
  sku: string;
  said: {
    product?: { name?: string };
    price?: { label: string | null; per: string; validFrom?: string; validTo?: string };
  };
  outcome: Outcome;
  before: string | null;
  after: string | null;
  state: 'waiting' | 'done' | 'failed';
  reason: string | null;
}

export const LIST = '/plugins/sales/products';
