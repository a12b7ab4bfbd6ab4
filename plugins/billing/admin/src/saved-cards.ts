import { type Reading, useApi, useMay } from '@sanya/strapi-plugin-platform/ui';

/** A card that a gateway keeps: what may be shown of it. */
export interface SavedCard {
  documentId: string;
  gateway: string;
  brand: string;
  lastFour: string;
  expiryMonth: number;
  expiryYear: number;
  isDefault: boolean;
  consentedAt: string | null;
  autoDebitSince: string | null;
  declinedAt: string | null;
  declineReason: string | null;
}

/** The cards of a customer, the one that stands for it on top. */
export function useSavedCards(customer: string | undefined): Reading<SavedCard[]> {
  const may = useMay();
  const allowed = may('plugin::content-manager.explorer.read', 'plugin::billing.payment-method');
  return useApi<SavedCard[]>(customer !== undefined && allowed ? '/billing/payment-methods' : null, {
    filters: { customer: { documentId: { $eq: customer } }, state: { $eq: 'active' } },
    sort: ['isDefault:desc', 'id:desc'],
    pagination: { pageSize: 20 },
  });
}

export const cardName = ({ brand, lastFour }: SavedCard): string => `${brand} •••• ${lastFour}`;
export const cardExpiry = ({ expiryMonth, expiryYear }: SavedCard): string =>
  `${String(expiryMonth).padStart(2, '0')}/${expiryYear}`;
