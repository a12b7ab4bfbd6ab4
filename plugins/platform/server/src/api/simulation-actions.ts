import { z } from 'zod';
import { addMonths, badInput, compareDates, isCivilDate, notFound } from '../../../kernel/src';
import { defineAction } from '../../../kit/src/actions';
import { simulated, SIMULATED_PAYMENTS } from '../../../kit/src/simulation';
import { coreOf } from '../core/core-of';

const date = z.string().refine(isCivilDate, { params: { code: 'input.not_a_date' } });

const MOST_MONTHS = 24;
/** Events that are told one by one: where nothing is said, and at all. */
const TOLD = 1_000;
const MOST_TOLD = 10_000;

/** What would happen, without that it does. */
export const simulationActions = [
  defineAction({
    name: 'simulate',
    summary:
      'What would happen until a day: its first events, how many of each kind there are, and what all comes to by month; writes nothing',
    staff: { method: 'POST', path: '/simulations', permission: 'simulation.run' },
    graphql: 'none',
    input: z.strictObject({
      /** Shown from this day on; today where it is not said. */
      from: date.optional(),
      to: date,
      customer: z.string().min(1).max(40).optional(),
      payments: z.enum(SIMULATED_PAYMENTS).default('none'),
      /** So many events are told one by one; counts and figures are of all. */
      most: z.int().min(1).max(MOST_TOLD).default(TOLD),
    }),
    output: simulated,
    writes: false,
    run: async ({ strapi, platform, caller, input }) => {
      const { registry, simulations, clock } = coreOf(strapi);
      await clock.refresh();
      const today = clock.today();
      const { from = today, to, customer, payments, most } = input;
      if (compareDates(from, today) < 0)
        throw badInput('simulation.begins_in_past', { field: 'from', params: { today } });
      if (compareDates(to, from) < 0) throw badInput('simulation.ends_before', { field: 'to', params: { from } });
      const last = addMonths(today, MOST_MONTHS);
      if (compareDates(to, last) > 0) throw badInput('simulation.too_long', { field: 'to', params: { last } });
      const type = registry.customerType();
      const whose =
        customer && type ? (await platform.visible.rows(caller, type, [customer])).get(customer) : undefined;
      if (customer && !whose) throw notFound('simulation.customer_unknown', { field: 'customer' });
      return {
        ...{ from, to, payments, currency: await platform.currency.own() },
        ...(await simulations.run(caller, { from, to, payments, most, customer: whose?.id })),
      };
    },
  }),
];
