import { z } from 'zod';
import { broken } from '../../../kernel/src';
import type { Platform } from '../../../kit/src/platform';
import { defineWorkflowAction } from '../../../kit/src/workflows';
import { wire } from '../doors/wire';
import type { WebhookPort } from '../ports/webhook';
import { OFFICE } from './office-language';
import { createWorkflowStore } from './workflow-store';

const wish = z.strictObject({ url: z.string().trim().min(1).max(1000) });

export interface WebhookActionNeeds {
  platform: Pick<Platform, 'rows' | 'clock' | 'messages'>;
  port: () => WebhookPort;
}

/** Tells another site what happened: JSON, signed with the secret of the workflow. */
export const webhookAction = ({ platform, port }: WebhookActionNeeds) =>
  defineWorkflowAction<z.output<typeof wish>>({
    kind: 'webhook',
    wish,
    check: ({ url }) => port().check(url),
    outside: true,
    async carryOut({ url }, { key, workflow, event, subject, customer, data }) {
      const [row] = await createWorkflowStore(platform.rows).byIds([workflow]);
      if (!row?.secret) throw broken('workflow.no_secret');
      const body = {
        ...{ id: key, event: event.name, at: event.at, workflow: { documentId: row.documentId, name: row.name } },
        subject: { type: subject.type, documentId: subject.documentId, name: subject.name },
        customer: customer && { documentId: customer.documentId, name: customer.name },
        ...{ before: event.before ?? null, after: event.after ?? null, data },
      };
      await port().send({
        ...{
          url,
          body: JSON.stringify(wire(platform.messages.tell(OFFICE, body))),
          secret: row.secret,
          id: key,
          at: platform.clock.now(),
        },
      });
    },
  });
