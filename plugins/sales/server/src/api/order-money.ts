import type { Beside } from '@sanya/strapi-plugin-platform/kit';
import { stillDue } from '../domain/still-due';
import { invoicesOfOrder } from '../stores/invoices';
import { orderMoney } from './answers';
import { invoiceView } from './views';

/** An order that was changed stands on several invoices: whoever reads it sees them all. */
export const moneyOfOrder: Beside = {
  output: orderMoney,
  async of({ platform }, order) {
    const invoices = await invoicesOfOrder(platform.rows, order);
    return { invoices: invoices.map(invoiceView), amountDue: stillDue(invoices) };
  },
};
