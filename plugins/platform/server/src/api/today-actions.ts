import { z } from 'zod';
import { defineAction } from '../../../kit/src/actions';
import { today } from './answers';

/** The business day and the company's currency, for pages that ask what is late and how much it is. */
export const todayActions = [
  defineAction({
    name: 'readToday',
    summary: 'The business date, its time zone, and the currency of the company',
    staff: { method: 'GET', path: '/today', permission: 'today.read' },
    graphql: 'none',
    input: z.strictObject({}),
    output: today,
    writes: false,
    run: async ({ platform: { clock, currency } }) => ({
      today: clock.today(),
      zone: clock.zone(),
      currency: await currency.own(),
    }),
  }),
];
