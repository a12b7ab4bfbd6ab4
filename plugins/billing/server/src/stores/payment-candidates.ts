import { dateIn } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE, PAYMENT } from '../content-types/types';
import type { PaymentCandidate } from '../domain/statements/match-line';
import { listed } from './listed';
import { keyOrNull } from './statement-candidates';

/** Slips that wait, and transfers recorded by hand about those days, that no line shows yet. */
export async function paymentCandidates(
  platform: Platform,
  currency: string,
  amounts: readonly bigint[],
  { from, to }: { from: string; to: string },
): Promise<Map<bigint, PaymentCandidate[]>> {
  const { rows } = platform;
  const p = (attribute: string): string => `p."${rows.column(PAYMENT, attribute)}"`;
  const byAmount = new Map<bigint, PaymentCandidate[]>();
  const list = listed(
    platform,
    'v',
    { value: 'bigint' },
    [...new Set(amounts)].map((value) => ({ value })),
  );
  const found = await rows.ask<{ id: number }>(
    `select p.id as "id" from ${list.sql} join "${rows.table(PAYMENT)}" p on ${p('amount')} = v."value"
     where ${p('statementLine')} is null and ${p('takenOverOn')} is null and ${p('currency')} = ? and (${p('state')} = 'submitted'
       or (${p('state')} = 'succeeded' and ${p('method')} in ('bank_transfer', 'promptpay', 'other')
           and ${p('receivedOn')} between ? and ?))`,
    [list.binding, currency, from, to],
  );
  if (found.length === 0) return byAmount;
  const payments = await rows.byIds<
    Omit<PaymentCandidate, 'invoice' | 'referenceKey' | 'on'> & {
      invoice: number | null;
      reference: string | null;
      receivedOn: string | null;
      submittedAt: string | null;
    }
  >(
    PAYMENT,
    found.map(({ id }) => Number(id)),
    {
      fields: ['state', 'customer', 'invoice', 'amount', 'withheld', 'reference', 'receivedOn', 'submittedAt'],
    },
  );
  const invoices = new Map(
    (
      await rows.byIds<{ number: string }>(
        INVOICE,
        payments.flatMap(({ invoice }) => invoice ?? []),
        {
          fields: ['number'],
        },
      )
    ).map((invoice) => [invoice.id, invoice]),
  );
  for (const { invoice, reference, receivedOn, submittedAt, ...payment } of payments) {
    const on = receivedOn ?? (submittedAt === null ? from : dateIn(platform.clock.zone(), submittedAt));
    const candidate: PaymentCandidate = {
      ...payment,
      invoice: (invoice !== null && invoices.get(invoice)) || null,
      referenceKey: keyOrNull(reference),
      on,
    };
    byAmount.set(payment.amount, [...(byAmount.get(payment.amount) ?? []), candidate]);
  }
  return byAmount;
}
