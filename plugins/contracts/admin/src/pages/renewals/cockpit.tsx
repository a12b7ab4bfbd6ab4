import { lazy, Suspense, useState } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { addDays, formatMonth } from '@sanya/strapi-plugin-platform/kernel';
import {
  freshKey,
  ListTools,
  PageFrame,
  Panel,
  ReadTable,
  useDo,
  useLanguage,
  useListQuery,
  useMay,
  useSay,
  useStateFilter,
  useToday,
  Waiting,
} from '@sanya/strapi-plugin-platform/ui';
import { RENEWAL_STATES } from '../../../../server/src/domain/renewal-machine';
import { useAnswer, useAsk } from '../../doors';
import { monthsAround } from '../../renewal-shown';
import { useCockpitColumns } from './cockpit-columns';
import { DecideDialog } from './decide-dialog';
import type { CockpitRow } from './types';

const ExpiringPlot = lazy(() => import('./expiring-plot'));

const DAYS_AHEAD = 365;

/** Every contract whose term ends soon, with all that helps to decide; one press renews, re-prices or says why not. */
export function Cockpit() {
  const say = useSay('contracts');
  const may = useMay();
  const language = useLanguage();
  const ask = useAsk();
  const { today } = useToday();
  const { asked } = useListQuery();
  const [deciding, setDeciding] = useState<CockpitRow>();
  const [busy, setBusy] = useState<string>();
  const [month, owner, state] = [asked('month'), asked('owner'), asked('state')];
  const reading = useAnswer('GET /contracts/renewal-cockpit', {
    body: { ...(month ? { month } : {}), ...(owner ? { owner: Number(owner) } : {}) },
  });
  const months = useAnswer(
    'GET /contracts/expiring-by-month',
    may('plugin::contracts.renewal.count')
      ? { body: { from: `${today.slice(0, 7)}-01`, to: addDays(today, DAYS_AHEAD) } }
      : null,
  );
  const reload = (): void => {
    reading.reload();
    months.reload();
  };
  const act = useDo(reload);

  async function renew(row: CockpitRow): Promise<void> {
    setBusy(row.documentId);
    const isLapsed = row.renewalState === 'lapsed';
    await act(
      async () => {
        if (isLapsed && row.renewal !== null) {
          await ask('POST /contracts/renewals/:id/win-back', { id: row.renewal, key: freshKey(), body: {} });
        } else await ask('POST /contracts/contracts/:id/renew', { id: row.documentId, key: freshKey() });
      },
      say(isLapsed ? 'renewals.won_back_done' : 'renewals.renewed_done'),
    );
    setBusy(undefined);
  }

  const columns = useCockpitColumns({ onRenew: (row) => void renew(row), onDecide: setDeciding, busy });
  const states = useStateFilter([...RENEWAL_STATES], (one) => say(`renewal_state.${one}`));
  const search = asked('q').toLocaleLowerCase();
  const all = reading.data?.rows ?? [];
  const kept = all.filter(
    (row) =>
      (state === '' || (row.renewalState ?? 'open') === state) &&
      `${row.number} ${row.serviceId ?? ''} ${row.customer.name}`.toLocaleLowerCase().includes(search),
  );
  return (
    <PageFrame title={say('renewals.title')} subtitle={say('renewals.subtitle')}>
      <Flex direction="column" alignItems="stretch" gap={6}>
        {months.data && months.data.length > 0 && (
          <Panel title={say('renewals.plot')}>
            <Suspense fallback={<Waiting />}>
              <ExpiringPlot months={months.data} />
            </Suspense>
          </Panel>
        )}
        <ListTools
          search={say('renewals.search')}
          filters={[
            {
              ...{ key: 'month', label: say('renewals.month'), width: '20rem', all: say('renewals.soon') },
              choices: monthsAround(today).map((one) => [one, formatMonth(one, language)] as const),
            },
            {
              ...{ key: 'owner', label: say('renewals.owner'), width: '18rem', all: say('renewals.all_owners') },
              choices: (reading.data?.staff ?? []).map(({ id, name }) => [String(id), name] as const),
            },
            states,
          ]}
        />
        {reading.data?.more && <Typography textColor="neutral600">{say('renewals.more')}</Typography>}
        <ReadTable
          whole
          reading={{ ...reading, data: reading.data && kept }}
          columns={columns}
          keyOf={(row) => row.documentId}
          empty={say(all.length === 0 ? 'renewals.none' : 'renewals.empty')}
        />
      </Flex>
      {deciding && (
        <DecideDialog
          row={deciding}
          reasons={reading.data?.reasons ?? []}
          onClose={() => setDeciding(undefined)}
          onDone={() => {
            setDeciding(undefined);
            reload();
          }}
        />
      )}
    </PageFrame>
  );
}
