import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import { sum } from '@sanya/strapi-plugin-platform/kernel';
import {
  Facts,
  ListTools,
  Money,
  PageFrame,
  Panel,
  ReadTable,
  TwoLines,
  useListQuery,
  useSay,
  useStateFilter,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { useAnswer } from '../../doors';
import { ActDialog } from './act-dialog';
import { useBoardColumns } from './board-columns';
import type { BoardRow, MoneyAtRisk } from './types';

const STATES = ['calls', 'paused', 'suspended', 'ended', 'legal'] as const;
const KEEPS: Record<(typeof STATES)[number], (row: BoardRow) => boolean> = {
  calls: ({ call }) => call !== null,
  paused: ({ pause }) => pause !== null,
  suspended: ({ last }) => last?.action === 'suspend',
  ended: ({ last }) => last?.action === 'terminate',
  legal: ({ last }) => last?.action === 'legal',
};
const total = (rows: readonly BoardRow[]): string => String(sum(rows.map(({ amountDue }) => BigInt(amountDue))));

function AtRisk({ amount, currency, invoices, customers }: MoneyAtRisk) {
  const say = useSay('billing');
  return (
    <TwoLines
      first={<Money amount={amount} currency={currency} strong />}
      second={say('dunning.at_risk_of', { invoices, customers })}
    />
  );
}

/** Who is at which step, what comes next, and how much money is at risk. */
export function Board() {
  const say = useSay('billing');
  const navigate = useNavigate();
  const { currency } = useToday();
  const { asked } = useListQuery();
  const [acting, setActing] = useState<BoardRow>();
  const reading = useAnswer('GET /billing/dunning/board', {});
  const risk = useAnswer('GET /billing/dunning/at-risk', {});
  const columns = useBoardColumns(setActing, true);
  const states = useStateFilter([...STATES], (one) => say(`dunning.filter_${one}`));
  const state = asked('state') as (typeof STATES)[number] | undefined;
  const search = asked('q').toLocaleLowerCase();
  const all = reading.data ?? [];
  const kept = all.filter(
    (row) =>
      (state === undefined || !(state in KEEPS) || KEEPS[state](row)) &&
      `${row.customer.name} ${row.number}`.toLocaleLowerCase().includes(search),
  );
  const figure = (rows: readonly BoardRow[]) => <Money amount={total(rows)} currency={currency} strong />;
  return (
    <PageFrame
      title={say('dunning.title')}
      subtitle={say('dunning.subtitle')}
      action={
        <Button variant="secondary" onClick={() => navigate('policies')}>
          {say('dunning.policies')}
        </Button>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={6}>
        <Panel>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Facts
              columns={4}
              facts={[
                [say('dunning.at_risk'), risk.data && <AtRisk {...risk.data} />],
                [say('dunning.filter_suspended'), figure(all.filter(KEEPS.suspended))],
                [say('dunning.filter_paused'), figure(all.filter(KEEPS.paused))],
                [say('dunning.filter_calls'), String(all.filter(KEEPS.calls).length)],
              ]}
            />
            <Typography variant="pi" textColor="neutral600">
              {say('dunning.of_shown')}
            </Typography>
          </Flex>
        </Panel>
        <ListTools search={say('dunning.search')} filters={[states]} />
        <ReadTable
          whole
          reading={{ ...reading, data: reading.data && kept }}
          columns={columns}
          keyOf={(row) => row.documentId}
          empty={say(all.length === 0 ? 'dunning.none' : 'dunning.empty')}
        />
      </Flex>
      {acting && (
        <ActDialog
          row={acting}
          onClose={() => setActing(undefined)}
          onDone={() => {
            setActing(undefined);
            reading.reload();
            risk.reload();
          }}
        />
      )}
    </PageFrame>
  );
}
