import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useAnswer } from '../../doors';
import { type Column, Panel, ReadTable, StateBadge, useSay } from '../../ui';
import type { Diagnosis } from './types';

/** What is wrong first, then what is doubtful. */
const ORDER = ['error', 'warning', 'ok'];
const BADGES: Record<string, string> = { error: 'failed', warning: 'waiting', ok: 'finished' };

/** Whether this site is set up right, as the command `npm run doctor` says it. */
export function Examination() {
  const say = useSay('platform');
  const reading = useAnswer('GET /platform/doctor', {});
  const rows = [...(reading.data ?? [])].sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level));
  const columns: Column<Diagnosis>[] = [
    {
      key: 'level',
      title: say('ui.state'),
      cell: ({ level }) => <StateBadge state={BADGES[level] ?? level} label={say(`doctor.${level}`)} />,
    },
    { key: 'title', title: say('doctor.about'), cell: ({ title }) => title },
    {
      key: 'message',
      title: say('doctor.finding'),
      cell: ({ message, right }) => (
        <Flex direction="column" alignItems="flex-start" style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
          <Typography>{message}</Typography>
          {right !== null && <Typography fontWeight="semiBold">{right}</Typography>}
        </Flex>
      ),
    },
  ];
  return (
    <Panel
      title={say('doctor.title')}
      aside={
        <Button variant="secondary" startIcon={<ArrowClockwise />} loading={reading.loading} onClick={reading.reload}>
          {say('doctor.again')}
        </Button>
      }
    >
      <ReadTable
        reading={{ ...reading, data: reading.data && rows }}
        columns={columns}
        keyOf={({ check, code }) => `${check} ${code}`}
        empty={say('doctor.none')}
      />
    </Panel>
  );
}
