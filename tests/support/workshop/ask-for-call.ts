import { civilDate, day, defineAction } from '@sanya/strapi-plugin-platform/kit';
import { z } from 'zod';

const CUSTOMER = 'plugin::crm.customer';

export const askForCall = defineAction({
  name: 'askForCall',
  summary: 'Ask the office to call a customer on a day',
  subject: CUSTOMER,
  storefront: { method: 'POST', path: '/customers/:id/calls', who: 'member' },
  staff: { method: 'POST', path: '/customers/:id/calls', permission: 'call.ask' },
  input: z.strictObject({ on: civilDate, about: z.string().max(200).optional() }),
  output: z.strictObject({ customer: z.string(), on: day }).meta({ id: 'Call' }),
  status: 201,
  run: async ({ platform, subject, input }) => {
    await platform.events.record([
      { name: 'call.asked', subject: { type: CUSTOMER, ...subject }, customer: subject.id, after: input },
    ]);
    return { customer: subject.documentId, on: input.on };
  },
});
