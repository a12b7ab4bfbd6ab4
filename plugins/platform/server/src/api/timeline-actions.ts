import { z } from 'zod';
import { notFound } from '../../../kernel/src';
import { defineAction } from '../../../kit/src/actions';
import { timeline } from '../../../kit/src/shapes';
import { page } from './shown';

/** What happened to one thing, for whoever may read the thing: the log itself narrows it to what is theirs. */
export const timelineActions = [
  defineAction({
    name: 'readTimeline',
    summary: 'What happened to one thing of any type, the latest first: of that what the reader may read',
    staff: { method: 'GET', path: '/timeline', permission: 'timeline.read' },
    graphql: 'none',
    input: z.strictObject({ ...page, type: z.string().min(1).max(255), subject: z.string().min(1).max(40) }),
    output: timeline,
    writes: false,
    run: async ({ strapi, platform, caller, input }) => {
      const isKnown = input.type in strapi.contentTypes;
      const rows = isKnown ? await platform.visible.rows(caller, input.type, [input.subject]) : new Map();
      if (!rows.has(input.subject)) throw notFound('row.not_found', { field: 'subject' });
      return platform.events.timeline(caller, input);
    },
  }),
];
