import { useMemo } from 'react';
import { Calendar } from 'react-big-calendar';
import 'react-big-calendar/lib/css/react-big-calendar.css';
import { useLanguage, useSay } from '@sanya/strapi-plugin-platform/ui';
import { styled, useTheme } from 'styled-components';
import { dayOf, localizerOf, momentOf } from './civil-localizer';

/** What stands on a day: a contract that ends, or what a simulation says would happen. */
export interface OnDay {
  key: string;
  day: string;
  title: string;
  colour: string;
  /** It has not happened: drawn as a ghost. */
  isGhost: boolean;
  /** Where a press leads. */
  to: string | null;
}

interface MonthProps {
  month: string;
  today: string;
  events: readonly OnDay[];
  onOpen: (event: OnDay) => void;
  onDay: (day: string) => void;
}

const HEIGHT = 680;

interface Colours {
  colors: Record<string, string>;
}

const Frame = styled.div`
  height: ${HEIGHT}px;
  font-size: 1.3rem;
  color: ${({ theme }) => theme.colors.neutral800};
  .rbc-month-view,
  .rbc-header,
  .rbc-month-row,
  .rbc-day-bg {
    border-color: ${({ theme }) => theme.colors.neutral200};
  }
  .rbc-header {
    padding: 0.6rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  .rbc-off-range-bg {
    background: ${({ theme }) => theme.colors.neutral100};
  }
  .rbc-today {
    background: ${({ theme }) => theme.colors.primary100};
  }
  .rbc-show-more {
    background: transparent;
    color: ${({ theme }) => theme.colors.primary600};
  }
  .rbc-date-cell button {
    color: inherit;
  }
`;

/** A month with what is on each of its days. */
export default function MonthOfExpiries({ month, today, events, onOpen, onDay }: MonthProps) {
  const say = useSay('contracts');
  const language = useLanguage();
  const { colors } = useTheme() as unknown as Colours;
  const localizer = useMemo(() => localizerOf(language), [language]);
  return (
    <Frame role="region" aria-label={say('calendar.title')}>
      <Calendar<OnDay>
        localizer={localizer}
        culture={language}
        date={momentOf(`${month}-01`)}
        getNow={() => momentOf(today)}
        view="month"
        views={['month']}
        toolbar={false}
        onNavigate={() => undefined}
        onView={() => undefined}
        events={[...events]}
        allDayAccessor={() => true}
        startAccessor={({ day }) => momentOf(day)}
        endAccessor={({ day }) => momentOf(day)}
        titleAccessor="title"
        tooltipAccessor="title"
        onSelectEvent={onOpen}
        onDrillDown={(date) => onDay(dayOf(date))}
        onShowMore={(_, date) => onDay(dayOf(date))}
        doShowMoreDrillDown={false}
        messages={{ showMore: (count) => say('calendar.more', { count }) }}
        eventPropGetter={({ colour, isGhost }) => ({
          style: {
            ...{ fontSize: '1.2rem', padding: '0.1rem 0.5rem', borderRadius: 4 },
            ...(isGhost
              ? { background: 'transparent', border: `1px dashed ${colors[colour]}`, color: colors[colour] }
              : { background: colors[colour], border: 'none', color: colors.neutral0 }),
          },
        })}
      />
    </Frame>
  );
}
