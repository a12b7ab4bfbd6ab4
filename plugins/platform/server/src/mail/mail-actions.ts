import type { Core } from '@strapi/types';
import { z } from 'zod';
import { defineAction, type Action } from '../../../kit/src/actions';
import { rowIds } from '../../../kit/src/visible';
import type { Mail } from './create-mail';
import { DELIVERY } from './delivery-store';

/** @param mailOf where the running platform keeps its mail; actions are declared before it runs */
export const mailActions = (mailOf: (strapi: Core.Strapi) => Mail): readonly Action[] => [
  defineAction({
    name: 'retryDelivery',
    summary: 'Try a mail again that failed or was given up',
    subject: DELIVERY,
    staff: { method: 'POST', path: '/deliveries/:id/retry', permission: 'delivery.retry' },
    graphql: 'none',
    input: z.object({}),
    async run({ strapi, subject }) {
      await mailOf(strapi).retry([subject.id]);
      return { id: subject.documentId };
    },
  }),
  defineAction({
    name: 'retryDeliveries',
    summary: 'Try several mails again: all of them, or none where one is not to be tried',
    staff: { method: 'POST', path: '/deliveries/retry', permission: 'delivery.retry' },
    graphql: 'none',
    input: z.strictObject({
      deliveries: z
        .array(z.string().regex(/^[a-z0-9]{1,40}$/))
        .min(1)
        .max(100),
    }),
    async run({ strapi, platform, input }) {
      const ids = await rowIds(platform, DELIVERY, input.deliveries, 'row.not_found', (at) => `deliveries.${at}`);
      await mailOf(strapi).retry(ids);
      return { retried: ids.length };
    },
  }),
];
