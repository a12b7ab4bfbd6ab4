import type { ContractsDoors } from './doors';
import type { ContractState } from '../../server/src/domain/contract-machine';
import type { ContractTerms } from '../../server/src/domain/contract-terms';
import type { EntitlementUnit } from '../../server/src/domain/entitlement';
import type { EntryKind } from '../../server/src/domain/entitlement-ledger';
import type { CycleUnit } from '../../server/src/domain/cycle';
import type { RenewalBasis } from '../../server/src/domain/renewal-price';
import type { BilledIn } from '../../server/src/domain/periods-due';
import type { SuspensionPolicy } from '../../server/src/domain/schedule';

interface Named {
  documentId: string;
  name: string;
}

export interface Contract {
  documentId: string;
  number: string;
  serviceId: string | null;
  state: ContractState;
  activation: string;
  agreedStart: string | null;
  startsOn: string | null;
  trialUntil: string | null;
  endsOn: string | null;
  nextBillOn: string | null;
  /** It was undone: before that day the clock does not bill it. */
  heldUntil: string | null;
  termMonths: number | null;
  noticeDays: number;
  autoRenew: boolean;
  /** What further terms cost; null: as until now. */
  renewalTerms: { basis: RenewalBasis; ratesPpm?: number[]; amounts?: string[] } | null;
  noticeGivenOn: string | null;
  predecessor?: { documentId: string; number: string } | null;
  currency: string;
  billedTogether: boolean;
  poNumber: string | null;
  note: string | null;
  /** Why it was set aside. */
  problem: string | null;
  endReason: string | null;
  customer?: Named | null;
  order?: { documentId: string; number: string | null } | null;
  invoice?: { documentId: string; number: string | null } | null;
}

export interface ContractLine {
  documentId: string;
  /** The exact thing that it is about. */
  installedItem?: { documentId: string; serial: string | null; product?: { name: string } | null } | null;
  position: number;
  description: string;
  quantity: string;
  unit: string | null;
  unitPrice: string;
  cycleUnit: CycleUnit;
  cycleCount: number;
  billedIn: BilledIn;
  whileSuspended: SuspensionPolicy;
  startsOn: string | null;
  endsOn: string | null;
}

export interface BillingPeriod {
  documentId: string;
  startsOn: string;
  endsOn: string;
  state: 'billed' | 'undone';
  amount: string;
  line?: { documentId: string; description: string } | null;
  invoice?: { documentId: string; number: string | null; state: string } | null;
}

/** As the page of a run reads it. */
export interface RunPeriod extends Omit<BillingPeriod, 'line'> {
  contract?: { documentId: string; number: string | null; customer?: { name: string } | null } | null;
}

export interface Suspension {
  documentId: string;
  startsOn: string;
  resumesOn: string | null;
  reason: string;
  cause: 'staff' | 'debt';
}

export interface BillingRun {
  documentId: string;
  source: 'clock' | 'staff';
  state: 'running' | 'finished';
  asOf: string;
  startedAt: string;
  finishedAt: string | null;
  /** How many contracts were to be billed when it began. */
  due: number;
  contracts: number;
  invoices: number;
  periods: number;
  parked: number;
  currency: string;
  total: string;
}

export interface BillingUndo {
  documentId: string;
  state: 'running' | 'finished';
  reason: string;
  billAgainOn: string;
  startedAt: string;
  finishedAt: string | null;
  invoices: number;
  voided: number;
  credited: number;
  left: number;
  periods: number;
  currency: string;
  total: string;
}

export interface BillingUndoItem {
  documentId: string;
  outcome: 'voided' | 'credited' | 'left';
  /** Why it was left. */
  problem: string | null;
  invoice?: { documentId: string; number: string | null } | null;
}

/** How what a line entitles to stands. */
export type Entitlement =
  ContractsDoors['GET /contracts/contracts/:id/entitlements']['answers']['entitlements'][number];

export interface EntitlementEntry {
  documentId: string;
  unit: EntitlementUnit;
  kind: EntryKind;
  amount: string;
  happenedOn: string;
  cause: string | null;
  reason: string | null;
  line?: { documentId: string; description: string } | null;
}

/** What is promised with a product, or with one price of it. */
export interface TermsOfProduct extends Omit<ContractTerms, 'feeValue'> {
  documentId: string;
  /** Minor units, ppm or months, by its kind. */
  feeValue: string;
  price?: { documentId: string } | null;
}
