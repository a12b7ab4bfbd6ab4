/** Amounts are minor units as text. */
export interface Figures {
  documents: number;
  value: string;
  vat: string;
  zero: string;
  exempt: string;
}

export interface TaxMonth extends Figures {
  month: string;
  state: 'open' | 'closed';
  over: boolean;
  currency: string;
  closedAt: string | null;
  closedBy: string | null;
  reopenedAt: string | null;
  reopenReason: string | null;
  late: { documents: number; tax: string; waiting: number };
}

export interface Missing {
  what: 'untaxed' | 'to_verify';
  type: string;
  documentId: string;
  number: string;
  line: string;
  currency: string;
  amount: string;
}

export interface WholeTaxMonth extends TaxMonth {
  branches: (Figures & { branch: string })[];
  missing: Missing[];
}

/** `under_way` is derived: a month that is not over cannot be closed yet. */
export const shownMonthState = ({ state, over }: TaxMonth): string => (over ? state : 'under_way');
