import { z } from 'zod';
import { defineAction } from '../../../kit/src/actions';

/** The business day, for pages that ask what is late. */
export const todayActions = [
  defineAction({
    name: 'readToday',
    summary: 'The business date and its time zone',
    staff: { method: 'GET', path: '/today', permission: 'today.read' },
    graphql: 'none',
    input: z.strictObject({}),
    writes: false,
    run: ({ platform: { clock } }) => Promise.resolve({ today: clock.today(), zone: clock.zone() }),
  }),
];
