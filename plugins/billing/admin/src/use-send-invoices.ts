import { useNotification } from '@strapi/strapi/admin';
import { reasonOf, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from './doors';

/** Sends invoices by mail again and says which could not be sent, and why. */
export function useSendInvoices(): (ids: readonly string[]) => Promise<boolean> {
  const say = useSay('billing');
  const ask = useAsk();
  const { toggleNotification } = useNotification();
  return async (ids) => {
    try {
      const { sent, left } = await ask('POST /billing/invoices/send', { body: { invoices: ids } });
      if (sent.length > 0) {
        toggleNotification({ type: 'success', message: say('did.send_many', { count: sent.length }) });
      }
      if (left.length > 0) {
        const reasons = [...new Set(left.map((one) => one.message))].join(' ');
        toggleNotification({ type: 'warning', message: say('did.send_left', { count: left.length, reasons }) });
      }
      return true;
    } catch (error) {
      toggleNotification({ type: 'danger', message: reasonOf(error) });
      return false;
    }
  };
}
