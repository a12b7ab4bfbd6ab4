import { formatDate, formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import { type Buyer, type Seller, sellerName } from './parties';

interface Received {
  amount: bigint;
  withheld: bigint;
  currency: string;
}

interface MailedReceipt {
  number: string;
  invoiceNumber: string | null;
  amount: bigint;
  seller: Seller;
}

type Reader = Pick<Buyer, 'name' | 'language'>;

/** What the mail about money that came says, with the receipts of it. */
export function paymentMailData(
  payment: Received,
  receipts: readonly MailedReceipt[],
  on: string,
  reader: Reader,
): Record<string, unknown> {
  const money = (amount: bigint): string => formatMoney(amount, payment.currency);
  const [first] = receipts;
  return {
    customer: reader.name,
    company: first ? sellerName(first.seller, reader.language) : '',
    amount: money(payment.amount),
    withheld: payment.withheld > 0n ? money(payment.withheld) : '',
    currency: payment.currency,
    receivedOn: formatDate(on, reader.language),
    receipts: receipts.map(({ number, invoiceNumber, amount }) => ({
      number,
      invoice: invoiceNumber ?? '',
      amount: money(amount),
    })),
  };
}

/** What the mail about a slip that was not accepted says. */
export const rejectionMailData = (
  payment: Pick<Received, 'amount' | 'currency'>,
  invoice: string,
  reason: string,
  customer: string,
): Record<string, unknown> => ({
  customer,
  invoice,
  amount: formatMoney(payment.amount, payment.currency),
  currency: payment.currency,
  reason,
});
