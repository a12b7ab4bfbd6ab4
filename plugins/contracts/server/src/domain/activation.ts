import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';

/** What makes a contract begin. */
export const ACTIVATIONS = ['payment', 'signature', 'purchase_order', 'date', 'installation'] as const;
export type Activation = (typeof ACTIVATIONS)[number];

/** What has happened so far; null: not yet. */
export interface ActivationFacts {
  paidOn: CivilDate | null;
  signedOn: CivilDate | null;
  purchaseOrderOn: CivilDate | null;
  /** The day that was agreed. */
  startsOn: CivilDate | null;
  installationAcceptedOn: CivilDate | null;
  /** The customer pays later: whatever waits for the payment begins without it. */
  onCreditTerms: boolean;
}

/**
 * The day from which a contract runs, which may be still to come; null while what it waits for has not happened. An agreed
 * day is never begun before.
 */
export function beginsOn(activation: Activation, facts: ActivationFacts, today: CivilDate): CivilDate | null {
  const happened: Record<Activation, CivilDate | null> = {
    payment: facts.paidOn ?? (facts.onCreditTerms ? (facts.startsOn ?? today) : null),
    signature: facts.signedOn,
    purchase_order: facts.purchaseOrderOn,
    date: facts.startsOn,
    installation: facts.installationAcceptedOn,
  };
  const on = happened[activation];
  if (on === null) return null;
  return facts.startsOn !== null && facts.startsOn > on ? facts.startsOn : on;
}
