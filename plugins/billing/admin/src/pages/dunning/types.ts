import type { BillingDoors } from '../../doors';

export type BoardRow = BillingDoors['GET /billing/dunning/board']['answers'][number];
export type MoneyAtRisk = BillingDoors['GET /billing/dunning/at-risk']['answers'];
export type DunningPolicy = BillingDoors['GET /billing/dunning/policies']['answers'][number];
export type DunningStep = Omit<DunningPolicy['steps'][number], 'documentId'>;

export type RehearsalWish = BillingDoors['POST /billing/dunning-policies/rehearse']['asks'];
export type Rehearsed = BillingDoors['POST /billing/dunning-policies/rehearse']['answers'];
export type DunningTally = Rehearsed['would'];

export const TEMPLATES = [
  'dunning-reminder',
  'dunning-overdue',
  'dunning-suspended',
  'dunning-ended',
  'dunning-legal',
] as const;
export const CHANNELS = ['mail', 'letter', 'call', 'none'] as const;
export const ACTIONS = ['none', 'suspend', 'terminate', 'legal', 'write_off'] as const;
export const FEE_PLACES = ['own_invoice', 'next_invoice'] as const;
export const WARNINGS = ['none', 'suspend', 'terminate'] as const;
