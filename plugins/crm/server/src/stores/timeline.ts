import type { Platform, RecordedEvent, Ref } from '@sanya/strapi-plugin-platform/kit';

const EVENT = 'plugin::platform.event';

export type TimelineEntry = Ref &
  Pick<RecordedEvent, 'name' | 'at' | 'actor' | 'before' | 'after'> & {
    subjectType: string;
    subjectDocumentId: string;
  };

/** What happened with a customer, last first; `before` (an event's row id) pages on. */
export const timelineOf = (
  { rows }: Platform,
  customer: number,
  { before, limit }: { before?: number; limit: number },
): Promise<TimelineEntry[]> =>
  rows.find<TimelineEntry>(
    EVENT,
    (query, column) => {
      query.where(column('customerId'), customer).orderBy(column('id'), 'desc').limit(limit);
      if (before !== undefined) query.where(column('id'), '<', before);
    },
    { fields: ['name', 'at', 'actor', 'before', 'after', 'subjectType', 'subjectDocumentId'] },
  );
