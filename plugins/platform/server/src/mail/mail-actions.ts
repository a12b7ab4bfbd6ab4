import type { Core } from '@strapi/types';
import { z } from 'zod';
import { notFound } from '../../../kernel/src';
import { defineAction } from '../../../kit/src/actions';
import { rowIds } from '../../../kit/src/visible';
import { createFileStore } from '../files/file-rows';
import type { Templates } from '../templates/create-templates';
import { sayDelivery } from './compose-mail';
import type { Mail } from './create-mail';
import { createDeliveryStore, DELIVERY } from './delivery-store';

const MOST = 100;

interface Parts {
  mail: Mail;
  templates: Templates;
}

/** @param partsOf where the running platform keeps them; actions are declared before it runs */
export const mailActions = (partsOf: (strapi: Core.Strapi) => Parts) => [
  defineAction({
    name: 'retryDelivery',
    summary: 'Try a mail again that failed or was given up',
    subject: DELIVERY,
    staff: { method: 'POST', path: '/deliveries/:id/retry', permission: 'delivery.retry' },
    graphql: 'none',
    input: z.object({}),
    output: z.strictObject({ id: z.string() }),
    async run({ strapi, subject }) {
      await partsOf(strapi).mail.retryOne(subject.id);
      return { id: subject.documentId };
    },
  }),
  defineAction({
    name: 'retryDeliveries',
    summary: 'Try mails again; those that were sent or wait anyway are left as they are',
    staff: { method: 'POST', path: '/deliveries/retry', permission: 'delivery.retry' },
    graphql: 'none',
    input: z.object({ deliveries: z.array(z.string().max(40)).min(1).max(MOST) }),
    output: z.strictObject({ retried: z.int(), left: z.int() }),
    async run({ strapi, platform, input }) {
      const named = [...new Set(input.deliveries)];
      const ids = await rowIds(platform, DELIVERY, named, 'delivery.unknown', (index) => `deliveries.${index}`);
      const { retried, left } = await partsOf(strapi).mail.retry(ids);
      return { retried: retried.length, left: left.length };
    },
  }),
  defineAction({
    name: 'readDelivery',
    summary: 'What a mail says, as it left or as it would leave now, and the files that go with it',
    subject: DELIVERY,
    staff: { method: 'GET', path: '/deliveries/:id/content', permission: 'delivery.read' },
    graphql: 'none',
    writes: false,
    input: z.object({}),
    output: z.strictObject({
      subject: z.string(),
      html: z.string(),
      text: z.string(),
      from: z.string(),
      files: z.array(z.strictObject({ id: z.string(), name: z.string(), size: z.int() })),
    }),
    async run({ strapi, platform, subject }) {
      const delivery = await createDeliveryStore(platform.rows).byId(subject.id);
      if (!delivery) throw notFound('delivery.unknown', { field: 'id' });
      const { letterhead, ...said } = await sayDelivery(partsOf(strapi).templates, delivery);
      const kept = await createFileStore(platform.rows).byDocumentIds(delivery.attachments ?? []);
      const files = (delivery.attachments ?? []).flatMap((id) => kept.filter((file) => file.documentId === id));
      return {
        ...said,
        from: letterhead.from,
        files: files.map(({ documentId, name, size }) => ({ id: documentId, name, size })),
      };
    },
  }),
];
