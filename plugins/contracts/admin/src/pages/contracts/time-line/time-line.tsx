import { useState } from 'react';
import { Button, Flex, Tooltip, Typography } from '@strapi/design-system';
import { addDays, addMonths, daysBetween, formatDate, formatMonth } from '@sanya/strapi-plugin-platform/kernel';
import { Panel, useApi, useLanguage, useSay, useToday, Waiting } from '@sanya/strapi-plugin-platform/ui';
import { BAR_KINDS, type Bar, barRows } from '../../../period-bars';
import type { BillingPeriod, ContractLine, Suspension } from '../../../types';
import { BarMark, Key, Months, Row, Today } from './bar-marks';

/** Months before today and after it. */
const [BEFORE, AFTER] = [5, 7];
const STEP = 6;

type LinkedLine = ContractLine & { id: number; predecessor?: { id: number } | null };

/** The periods of each line as bars: what was paid, what is open, when it was off, what is still to come. */
export function TimeLine({ id }: { id: string }) {
  const say = useSay('contracts');
  const language = useLanguage();
  const { today } = useToday();
  const [moved, setMoved] = useState(0);
  const of = { filters: { contract: { documentId: { $eq: id } } }, pagination: { pageSize: 100 } };
  const lines = useApi<LinkedLine[]>('/contracts/contract-lines', { ...of, populate: { predecessor: true } });
  const suspensions = useApi<Suspension[]>('/contracts/suspensions', of);
  const month = `${today.slice(0, 7)}-01`;
  const shown = {
    start: addMonths(month, moved * STEP - BEFORE),
    end: addDays(addMonths(month, moved * STEP + AFTER), -1),
  };
  const periods = useApi<BillingPeriod[]>('/contracts/billing-periods', {
    filters: {
      contract: { documentId: { $eq: id } },
      ...{ state: { $eq: 'billed' }, endsOn: { $gte: shown.start }, startsOn: { $lte: shown.end } },
    },
    populate: { line: true, invoice: true },
    pagination: { pageSize: 100 },
  });
  if (!lines.data || !periods.data || !suspensions.data) return <Waiting />;
  const rows = barRows(
    {
      lines: lines.data.map((line) => ({ ...line, predecessor: line.predecessor?.id ?? null })),
      periods: periods.data.map(({ line, startsOn, endsOn, invoice }) => ({
        ...{ line: line?.documentId ?? '', startsOn, endsOn, invoice: invoice ?? null },
      })),
      suspensions: suspensions.data,
    },
    shown,
  );
  const said = ({ kind, start, end, invoice }: Bar): string =>
    [
      say(`bars.${kind}`),
      say('bars.from_to', { from: formatDate(start, language), to: formatDate(end, language) }),
      invoice?.number,
    ]
      .filter(Boolean)
      .join(' · ');
  const count = BEFORE + AFTER;
  const months = Array.from({ length: count }, (_, nth) => {
    const first = addMonths(shown.start, nth);
    return { key: first, name: formatMonth(first.slice(0, 7), language) };
  });
  const isNow = shown.start <= today && today <= shown.end;
  const place = (100 * daysBetween(shown.start, today)) / (daysBetween(shown.start, shown.end) + 1);
  return (
    <Panel
      title={say('bars.title')}
      aside={
        <Flex gap={2}>
          <Button size="S" variant="tertiary" onClick={() => setMoved((last) => last - 1)}>
            {say('bars.earlier')}
          </Button>
          <Button size="S" variant="tertiary" onClick={() => setMoved((last) => last + 1)}>
            {say('bars.later')}
          </Button>
        </Flex>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Months aria-hidden>
          {months.map(({ key, name }) => (
            <span key={key}>{name}</span>
          ))}
        </Months>
        {rows.length === 0 && <Typography textColor="neutral600">{say('bars.none')}</Typography>}
        {rows.map(({ key, name, bars }) => (
          <section key={key} aria-label={name}>
            <Typography tag="h3" variant="pi" fontWeight="semiBold">
              {name}
            </Typography>
            <Row>
              {bars.map((bar) => (
                <Tooltip key={`${bar.kind} ${bar.start}`} label={said(bar)}>
                  <BarMark
                    $kind={bar.kind}
                    style={{ left: `${bar.left}%`, width: `${bar.width}%` }}
                    aria-label={said(bar)}
                    tabIndex={0}
                    role="img"
                  />
                </Tooltip>
              ))}
              {isNow && <Today style={{ left: `${place}%` }} aria-hidden />}
            </Row>
          </section>
        ))}
        <Flex tag="ul" gap={4} wrap="wrap" aria-label={say('bars.legend')}>
          {BAR_KINDS.map((kind) => (
            <Flex key={kind} tag="li" gap={2}>
              <Key $kind={kind} aria-hidden />
              <Typography variant="pi">{say(`bars.${kind}`)}</Typography>
            </Flex>
          ))}
        </Flex>
      </Flex>
    </Panel>
  );
}
