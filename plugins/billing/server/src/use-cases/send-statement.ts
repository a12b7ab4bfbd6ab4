import { broken } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER, CUSTOMER_STATEMENT } from '../content-types/types';
import { statementMailData, type StatementPeriod } from '../domain/customer-statement';
import { readStatement, writeStatement } from '../stores/customer-statements';

/** Sends a customer the statement of a period by mail, and keeps it as it was sent. */
export const sendStatement = (
  platform: Platform,
  customer: Ref,
  period: StatementPeriod,
): Promise<{ to: string; from: string; until: string; balance: bigint }> =>
  platform.transaction(async () => {
    const content = await readStatement(platform, customer, period);
    const { buyer } = content;
    if (!buyer.email) throw broken('invoice.no_address', { params: { customer: buyer.name } });
    const sentTo = buyer.email;
    const ref = await writeStatement(platform, customer.id, { content, sentTo });
    await platform.mail.queue([
      {
        template: 'statement-mail',
        to: sentTo,
        language: buyer.language,
        customer: customer.id,
        data: statementMailData(content),
        documents: [{ kind: 'statement', id: ref.id }],
        about: { type: CUSTOMER_STATEMENT, documentId: ref.documentId, name: content.code },
        key: `customer-statement:${ref.documentId}`,
      },
    ]);
    await platform.events.record([
      {
        name: 'customer_statement.sent',
        subject: { type: CUSTOMER, id: customer.id, documentId: customer.documentId },
        customer: customer.id,
        after: { from: period.from, until: period.to, balance: BigInt(content.closing), to: sentTo },
      },
    ]);
    return { to: sentTo, from: period.from, until: period.to, balance: BigInt(content.closing) };
  });
