import type { Core } from '@strapi/types';
import { z } from 'zod';
import { defineAction, type Action } from '../../../kit/src/actions';
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
];
