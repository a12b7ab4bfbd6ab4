import { useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { formatDate } from '../../../../kernel/src';
import {
  type Column,
  DataTable,
  DateText,
  Failure,
  Panel,
  reasonOf,
  Subject,
  useLanguage,
  useSay,
  WholeField,
} from '../../ui';
import type { Condition, Rehearsal, Subject as Thing } from './types';
import { useWords } from './use-words';

export interface RehearsalPanelProps {
  subject: Thing | undefined;
  /** What would be tried, to be told from what was. */
  present: string;
  ask: (days: number) => Promise<Rehearsal>;
  onTried?: () => void;
}

const MOST_DAYS = 365;
const TALLEST = 64;

/** A bar a day: grey what happened, coloured what it would have run for. */
function Bars({ days }: Pick<Rehearsal, 'days'>) {
  const language = useLanguage();
  const say = useSay('platform');
  const most = Math.max(1, ...days.map(({ looked }) => looked));
  const height = (count: number): string => `${Math.round((count / most) * TALLEST)}px`;
  return (
    <Flex gap="1px" alignItems="flex-end" height={`${TALLEST}px`} role="img" aria-label={say('workflows.bars')}>
      {days.map(({ day, looked, would }) => (
        <Box
          key={day}
          flex="1"
          minWidth={0}
          height={`${TALLEST}px`}
          position="relative"
          title={say('workflows.bar', { day: formatDate(day, language), looked, would })}
        >
          <Box position="absolute" bottom={0} left={0} right={0} height={height(looked)} background="neutral200" />
          <Box position="absolute" bottom={0} left={0} right={0} height={height(would)} background="primary600" />
        </Box>
      ))}
    </Flex>
  );
}

/** What the workflow would have done in the last days: counted day by day, then one by one. */
export function RehearsalPanel({ subject, present, ask, onTried }: RehearsalPanelProps) {
  const say = useSay('platform');
  const language = useLanguage();
  const { conditionText } = useWords();
  const [days, setDays] = useState(90);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [shown, setShown] = useState<{ of: string; is: Rehearsal }>();

  const press = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      setShown({ of: present, is: await ask(days) });
      onTried?.();
    } catch (error) {
      setShown(undefined);
      setProblem(reasonOf(error));
    } finally {
      setBusy(false);
    }
  };

  const columns: Column<Rehearsal['matched'][number]>[] = [
    { key: 'at', title: say('events.at'), cell: ({ at }) => <DateText at={at} /> },
    { key: 'subject', title: say('events.subject'), cell: (one) => <Subject {...one.subject} /> },
    { key: 'customer', title: say('ui.customer'), wraps: true, cell: ({ customer }) => customer },
  ];
  const failed: Column<Rehearsal['matched'][number]> = {
    key: 'failed',
    title: say('workflows.failed_conditions'),
    wraps: true,
    cell: (one) =>
      one.failed.map((each, index) => (
        <Typography key={index} tag="div">
          {conditionText(each as unknown as Condition, subject)}
        </Typography>
      )),
  };
  const list = (
    title: string,
    rows: Rehearsal['matched'],
    all: Column<Rehearsal['matched'][number]>[],
    empty: string,
  ) => (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography variant="delta" tag="h3">
        {title}
      </Typography>
      <Box overflow="auto">
        <DataTable columns={all} rows={rows} keyOf={({ event }) => event} empty={empty} />
      </Box>
    </Flex>
  );

  return (
    <Panel
      title={say('workflows.try_title')}
      aside={
        <Button variant="secondary" loading={busy} onClick={() => void press()}>
          {say('workflows.try')}
        </Button>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography textColor="neutral600">{say('workflows.try_hint')}</Typography>
        <Box maxWidth="20rem">
          <WholeField
            name="rehearsed-days"
            label={say('workflows.try_days')}
            min={1}
            max={MOST_DAYS}
            value={days}
            onChange={setDays}
          />
        </Box>
        {problem !== undefined && <Failure message={problem} />}
        {shown && (
          <>
            {shown.of !== present && <Typography textColor="warning600">{say('workflows.changed_since')}</Typography>}
            <Typography>
              {say('workflows.tried', {
                from: formatDate(shown.is.from, language),
                to: formatDate(shown.is.to, language),
                looked: shown.is.looked,
                would: shown.is.would,
              })}
            </Typography>
            {shown.is.more && <Typography textColor="warning600">{say('workflows.tried_more')}</Typography>}
            <Bars days={shown.is.days} />
            {list(say('workflows.would'), shown.is.matched, columns, say('workflows.would_none'))}
            {shown.is.unmatched.length > 0 &&
              list(say('workflows.would_not'), shown.is.unmatched, [...columns, failed], '')}
          </>
        )}
      </Flex>
    </Panel>
  );
}
