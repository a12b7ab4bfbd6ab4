import { useAuth } from '@strapi/strapi/admin';

/** Whether the reader holds a permission: `may('plugin::billing.invoice.void')`. What may not be done is not shown. */
export function useMay(): (action: string, subject?: string) => boolean {
  const permissions = useAuth('useMay', (auth) => auth.permissions);
  return (action, subject) =>
    permissions.some((one) => one.action === action && (subject === undefined || one.subject === subject));
}
