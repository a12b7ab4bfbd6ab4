import type { Simulated } from '@sanya/strapi-plugin-platform/kit';
import type { OnDay } from './month-of-expiries';

type Told = Pick<Simulated, 'events'>;

/** What a simulation tells of terms, with the colour of what it comes to. */
const COLOURS: Readonly<Record<string, string>> = {
  'contract.renewed': 'success600',
  'contract.won_back': 'success600',
  'contract.lapsed': 'danger600',
  'contract.ended': 'neutral600',
  'contract.renewal_offered': 'primary600',
};

/** The events of a simulation that belong on a calendar of terms. */
export const ghostsOf = ({ events }: Told): OnDay[] =>
  events.flatMap(({ name, title, date, after, customer, subjectDocumentId }, index) => {
    const colour = COLOURS[name];
    if (colour === undefined) return [];
    const who = [String(after?.number ?? ''), customer?.name].filter(Boolean).join(' ');
    return [
      {
        ...{ key: `ghost-${index}`, day: date, title: `${title} ${who}`.trim(), colour, isGhost: true },
        to: `/plugins/contracts/contracts/${subjectDocumentId}`,
      },
    ];
  });
