import { useState } from 'react';
import { Box, Button, Flex, ProgressBar, Tabs, Typography } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import {
  Confirm,
  DateText,
  Failure,
  Money,
  PageFrame,
  Pages,
  TimelinePanel,
  UnreadPage,
  useDetail,
  useDo,
  useListQuery,
  useMay,
  useSay,
  Waiting,
} from '@sanya/strapi-plugin-platform/ui';
import { useAnswer, useAsk } from '../../doors';
import { Lines } from './lines';
import { bankName } from './statement-list';
import { countOf, type Line, MAY_APPLY, MAY_IMPORT, ROOT, type Statement, type Tab, TABS } from './types';
import { useApplying } from './use-applying';

/** A statement by what is still to be done with its lines: apply what is sure, look at the rest. */
export function StatementDetail() {
  const say = useSay('billing');
  const may = useMay();
  const act = useDo();
  const navigate = useNavigate();
  const ask = useAsk();
  const { page, asked, change } = useListQuery();
  const tab = (TABS.find((one) => one === asked('tab')) ?? 'matched') satisfies Tab;
  const { id, data: statement, error } = useDetail<Statement>('/billing/statements');
  const reading = useAnswer('GET /billing/statements/:id/lines', { id, body: { tab, page } });
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const reload = (): void => {
    setTicked(new Set());
    reading.reload();
  };
  const applying = useApplying(id, reload);

  const back = { to: ROOT, label: say('statements.title') };
  if (!statement) return <UnreadPage error={error} back={back} />;
  const { counts, lines = [], pagination } = reading.data ?? {};
  const matched = counts?.matched;
  const untouched = counts && counts.applied.lines + counts.aside.lines === 0;

  const discard = async (): Promise<boolean> => {
    const done = await act(() => ask('POST /billing/statements/:id/discard', { id }), say('statements.discarded'));
    if (done) navigate(ROOT);
    return done;
  };

  return (
    <PageFrame
      title={statement.account || say('statements.no_account')}
      subtitle={bankName(say, statement)}
      back={back}
      action={
        <Flex gap={2}>
          {may(MAY_IMPORT) && untouched && (
            <Confirm
              label={say('statements.discard')}
              title={say('statements.discard')}
              variant="danger-light"
              onConfirm={discard}
            >
              {say('statements.discard_question')}
            </Confirm>
          )}
          {may(MAY_APPLY) && (
            <Button
              variant="secondary"
              onClick={() =>
                void act(() => ask('POST /billing/statements/:id/match', { id }), say('statements.matched_again')).then(
                  reload,
                )
              }
            >
              {say('statements.match_again')}
            </Button>
          )}
          {may(MAY_APPLY) && matched && matched.lines > 0 && (
            <Button loading={applying.busy} onClick={() => void applying.all(matched.lines)}>
              {say('statements.apply_all', { count: matched.lines })}
            </Button>
          )}
        </Flex>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography textColor="neutral600">
          <DateText at={statement.from} /> – <DateText at={statement.to} /> · {statement.fileName} ·{' '}
          {say('statements.stored', { lines: statement.lineCount, known: statement.knownCount })}
        </Typography>
        {applying.progress && (
          <Box role="status">
            <ProgressBar value={Math.round((100 * applying.progress.done) / applying.progress.total)} />
            <Typography>{say('statements.progress', applying.progress)}</Typography>
          </Box>
        )}
        {applying.left.length > 0 && <Failure message={applying.left.join(' ')} />}
        <Tabs.Root value={tab} onValueChange={(value) => change('tab', value === 'matched' ? '' : value)}>
          <Tabs.List aria-label={say('statements.lines')}>
            {TABS.map((one) => (
              <Tabs.Trigger key={one} value={one}>
                {`${say(`statements.tab.${one}`)} (${countOf(counts, one)?.lines ?? '…'})`}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
        </Tabs.Root>
        <Flex justifyContent="space-between">
          <Typography textColor="neutral600">{say(`statements.about.${tab}`)}</Typography>
          <Money amount={countOf(counts, tab)?.amount} currency={statement.currency} strong />
        </Flex>
        {reading.error !== undefined && <Failure message={reading.error} />}
        {tab === 'matched' && ticked.size > 0 && (
          <Box>
            <Button loading={applying.busy} onClick={() => void applying.chosen([...ticked].map((line) => ({ line })))}>
              {say('statements.apply_chosen', { count: ticked.size })}
            </Button>
          </Box>
        )}
        {reading.data ? (
          <Lines
            lines={lines}
            empty={say('statements.none_here')}
            busy={applying.busy}
            onDone={reload}
            onApply={(line: Line, proposal) => void applying.chosen([{ line: line.documentId, proposal }])}
            ticked={
              tab === 'matched'
                ? {
                    has: (line) => ticked.has(line.documentId),
                    change: (line, on) =>
                      setTicked((before) => {
                        const after = new Set(before);
                        if (on) after.add(line.documentId);
                        else after.delete(line.documentId);
                        return after;
                      }),
                  }
                : undefined
            }
          />
        ) : (
          <Waiting />
        )}
        {pagination && <Pages {...pagination} />}
        <TimelinePanel type="plugin::billing.bank-statement" id={id} />
      </Flex>
    </PageFrame>
  );
}
