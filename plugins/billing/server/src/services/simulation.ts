import type { SimulationPart, SimulationQuestion, Tools } from '@sanya/strapi-plugin-platform/kit';
import { createSimulatedPayments } from '../jobs/simulated-payments';

/** In a simulation members pay as asked, and what is invoiced and comes in is counted. */
export const simulation = ({ platform }: Tools, { payments }: SimulationQuestion): SimulationPart => ({
  jobs: payments === 'none' ? [] : [createSimulatedPayments(platform, payments)],
  figures: [
    { name: 'invoiced', event: 'invoice.issued', amount: 'total' },
    { name: 'cash', event: 'payment.succeeded', amount: 'amount' },
  ],
});
