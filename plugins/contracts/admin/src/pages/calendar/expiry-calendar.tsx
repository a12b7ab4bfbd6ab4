import { lazy, Suspense, useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import { addDays, addMonths, endOfMonth, formatDate, formatMonth } from '@sanya/strapi-plugin-platform/kernel';
import type { Simulated } from '@sanya/strapi-plugin-platform/kit';
import {
  Failure,
  PageFrame,
  Panel,
  useClient,
  useLanguage,
  useListQuery,
  useMay,
  useSay,
  useSubmit,
  useToday,
  Waiting,
} from '@sanya/strapi-plugin-platform/ui';
import type { RenewalState } from '../../../../server/src/domain/renewal-machine';
import { useAnswer } from '../../doors';
import { ghostsOf } from './ghosts';
import type { OnDay } from './month-of-expiries';

const MonthOfExpiries = lazy(() => import('./month-of-expiries'));
const ExpiringPlot = lazy(() => import('../renewals/expiring-plot'));

const MONTHS_PLOTTED = 12;
/** A month is drawn with the days of those beside it in its weeks. */
const BESIDE = 7;

const COLOURS: Record<RenewalState, string> = {
  ...{ open: 'warning600', noticed: 'warning600', offered: 'primary600', renewed: 'success600' },
  ...{ declined: 'neutral600', lapsed: 'danger600', won_back: 'success600' },
};

/** Which contracts end on which day of a month; what a simulation says would become of them as ghosts. */
export function ExpiryCalendar() {
  const { today } = useToday();
  return today ? <CalendarOf today={today} /> : null;
}

function CalendarOf({ today }: { today: string }) {
  const say = useSay('contracts');
  const may = useMay();
  const language = useLanguage();
  const navigate = useNavigate();
  const { send } = useClient();
  const { busy, refused, submit } = useSubmit();
  const { asked, change } = useListQuery();
  const [told, setTold] = useState<Simulated>();
  const [day, setDay] = useState<string>();
  const month = asked('month') || today.slice(0, 7);
  const [first, last] = [`${month}-01`, endOfMonth(`${month}-01`)];
  const expiries = useAnswer('GET /contracts/expiry-calendar', {
    body: { from: addDays(first, -BESIDE), to: addDays(last, BESIDE) },
  });
  const months = useAnswer(
    'GET /contracts/expiring-by-month',
    may('plugin::contracts.renewal.count')
      ? { body: { from: first, to: addDays(addMonths(first, MONTHS_PLOTTED), -1) } }
      : null,
  );
  const ends = (expiries.data ?? []).flatMap(({ day: on, contracts }) =>
    contracts.map(
      ({ documentId, number, customer, renewalState }): OnDay => ({
        ...{ key: documentId, day: on, title: `${number} ${customer.name}`, isGhost: false },
        ...{ colour: COLOURS[renewalState ?? 'open'], to: `/plugins/contracts/contracts/${documentId}` },
      }),
    ),
  );
  const events = [...ends, ...(told ? ghostsOf(told) : [])];
  const goTo = (other: string): void => {
    setDay(undefined);
    change('month', other);
  };
  const open = ({ to }: OnDay): void => void (to && navigate(to));
  const ofDay = events.filter((one) => one.day === day);
  const mayAsk = may('plugin::platform.simulation.run') && last > today;
  return (
    <PageFrame
      title={say('calendar.title')}
      subtitle={say('calendar.subtitle')}
      action={
        mayAsk && (
          <Button
            variant="secondary"
            loading={busy}
            onClick={() =>
              void submit(async () => {
                setTold(
                  told
                    ? undefined
                    : await send<Simulated>('/platform/simulations', { to: last, payments: 'as_before' }),
                );
              })
            }
          >
            {say(told ? 'calendar.without_ghosts' : 'calendar.with_ghosts')}
          </Button>
        )
      }
    >
      <Flex direction="column" alignItems="stretch" gap={6}>
        {refused && <Failure message={refused.message} />}
        <Panel
          title={formatMonth(month, language, 'long')}
          aside={
            <Flex gap={2}>
              <Button variant="tertiary" size="S" onClick={() => goTo(addMonths(first, -1).slice(0, 7))}>
                {say('calendar.before')}
              </Button>
              <Button variant="tertiary" size="S" onClick={() => goTo(today.slice(0, 7))}>
                {say('calendar.today')}
              </Button>
              <Button variant="tertiary" size="S" onClick={() => goTo(addMonths(first, 1).slice(0, 7))}>
                {say('calendar.after')}
              </Button>
            </Flex>
          }
        >
          <Suspense fallback={<Waiting />}>
            <MonthOfExpiries month={month} today={today} events={events} onOpen={open} onDay={setDay} />
          </Suspense>
          {ends.length === 0 && expiries.data && <Typography textColor="neutral600">{say('calendar.none')}</Typography>}
        </Panel>
        {day && ofDay.length > 0 && (
          <Panel title={formatDate(day, language, 'long')}>
            <Flex direction="column" alignItems="flex-start" gap={2}>
              {ofDay.map((one) => (
                <Button key={one.key} variant="ghost" onClick={() => open(one)}>
                  {one.title}
                </Button>
              ))}
            </Flex>
          </Panel>
        )}
        {months.data && months.data.length > 0 && (
          <Panel title={say('renewals.plot')}>
            <Suspense fallback={<Waiting />}>
              <ExpiringPlot months={months.data} />
            </Suspense>
          </Panel>
        )}
      </Flex>
    </PageFrame>
  );
}
