import { useCallback, useEffect, useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { actorOf } from './actor';
import { type Params, reasonOf, useClient } from './client';
import { Failure, Waiting } from './data-table';
import { type FactsOfEvent, type ToldFact, useToldFacts } from './event-facts';
import { useSay } from './language';
import { Panel } from './layout';
import { Subject, subjectOf } from './subjects';
import { useMay } from './use-may';
import { DateText } from './values';

interface Entry extends FactsOfEvent {
  id: number;
  title: string;
  subjectDocumentId: string;
  actor: string;
  actorName: string | null;
  at: string;
}

/** Entries of a page. */
const PAGE = 10;

/** Reads a door of events page by page: what came before is added below. */
function useTimeline(url: string, params: Params) {
  const { read } = useClient();
  const [entries, setEntries] = useState<Entry[]>();
  const [more, setMore] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const asked = JSON.stringify(params);

  const load = useCallback(
    async (before: number | undefined, isWanted: () => boolean) => {
      setBusy(true);
      try {
        const { data } = await read<Entry[]>(url, { ...(JSON.parse(asked) as Params), before, limit: PAGE + 1 });
        if (!isWanted()) return;
        setMore(data.length > PAGE);
        setEntries((known) => [...(before === undefined ? [] : (known ?? [])), ...data.slice(0, PAGE)]);
      } catch (refused) {
        if (isWanted()) setError(reasonOf(refused));
      } finally {
        if (isWanted()) setBusy(false);
      }
    },
    [read, url, asked],
  );

  useEffect(() => {
    let current = true;
    void load(undefined, () => current);
    return () => {
      current = false;
    };
  }, [load]);

  return { entries, more, busy, error, earlier: () => void load(entries?.at(-1)?.id, () => true) };
}

const Fact = ({ fact: { label, before, after } }: { fact: ToldFact }) => (
  <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
    {before === undefined && after === undefined ? label : `${label}: `}
    {before !== undefined && `${before} → `}
    {(after !== undefined || before !== undefined) && (
      <Typography variant="pi" textColor="neutral800">
        {after ?? '–'}
      </Typography>
    )}
  </Typography>
);

function Happening({ entry, mixed }: { entry: Entry; mixed: boolean }) {
  const say = useSay('platform');
  const told = useToldFacts();
  const { subjectType, subjectDocumentId, after } = entry;
  const name = after?.number ?? after?.code;
  return (
    <Box tag="li" paddingTop={3} paddingBottom={3} borderStyle="solid" borderWidth="0 0 1px" borderColor="neutral150">
      <Flex justifyContent="space-between" wrap="wrap" style={{ columnGap: '1.6rem' }}>
        <Flex wrap="wrap" style={{ columnGap: '0.8rem' }}>
          <Typography fontWeight="semiBold">{entry.title}</Typography>
          {mixed && (
            <Subject type={subjectType} documentId={subjectDocumentId} name={name ? String(name) : undefined} />
          )}
        </Flex>
        <Typography variant="pi" textColor="neutral600">
          <DateText at={entry.at} /> · {actorOf(entry, say)}
        </Typography>
      </Flex>
      <Flex wrap="wrap" style={{ columnGap: '1.6rem' }}>
        {told(entry, subjectOf(subjectType)?.facts ?? {}).map((fact) => (
          <Fact key={fact.name} fact={fact} />
        ))}
      </Flex>
    </Box>
  );
}

export interface TimelineProps {
  /** A door of events, the latest first. */
  url: string;
  params?: Params;
  /** It tells of several things: each is named. */
  mixed?: boolean;
}

/** What happened, the latest on top: what, who, when, and what it changed. */
export function Timeline({ url, params = {}, mixed = false }: TimelineProps) {
  const say = useSay('platform');
  const { entries, more, busy, error, earlier } = useTimeline(url, params);
  if (error !== undefined) return <Failure message={error} />;
  if (!entries) return <Waiting />;
  if (entries.length === 0) return <Typography textColor="neutral600">{say('events.none')}</Typography>;
  return (
    <Box tag="section" aria-busy={busy}>
      <ol>
        {entries.map((entry) => (
          <Happening key={entry.id} entry={entry} mixed={mixed} />
        ))}
      </ol>
      {more && (
        <Flex justifyContent="center" paddingTop={4}>
          <Button variant="tertiary" loading={busy} onClick={earlier}>
            {say('events.earlier')}
          </Button>
        </Flex>
      )}
    </Box>
  );
}

/** What happened to one thing, for whoever may read timelines. */
export function TimelineOf({ type, id }: { type: string; id: string }) {
  return <Timeline url="/platform/timeline" params={{ type, subject: id }} />;
}

/** The same as a part of its page; named where a page shows several things. */
export function TimelinePanel({ type, id, name }: { type: string; id: string; name?: string }) {
  const say = useSay('platform');
  if (!useMay()('plugin::platform.timeline.read')) return null;
  return (
    <Panel title={name === undefined ? say('timeline.title') : say('timeline.title_of', { name })}>
      <TimelineOf type={type} id={id} />
    </Panel>
  );
}
