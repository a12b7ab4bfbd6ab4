import { useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { formatDate, formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import {
  type Column,
  DataTable,
  Failure,
  LinkTo,
  pageOf,
  Panel,
  reasonOf,
  useLanguage,
  useSay,
  type Written,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { DunningTally, Rehearsed, RehearsalWish } from './types';

const FIGURES = ['contacts', 'fees', 'charged', 'suspended', 'ended', 'handedOver', 'writtenOff'] as const;
type Figure = (typeof FIGURES)[number];

const figure = (tally: DunningTally, of: Figure): string =>
  of === 'charged'
    ? tally.charged.map(({ currency, amount }) => formatMoney(amount, currency, { symbol: true })).join(' + ') || '–'
    : String(tally[of]);

/** What the policy as it stands in the form would have done in the last 90 days, against what was done. */
export function Rehearsal({ body }: { body: Written<RehearsalWish> }) {
  const say = useSay('billing');
  const language = useLanguage();
  const ask = useAsk();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [shown, setShown] = useState<{ of: string; is: Rehearsed }>();
  const present = JSON.stringify(body);

  const press = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      setShown({ of: present, is: await ask('POST /billing/dunning-policies/rehearse', { body }) });
    } catch (error) {
      setShown(undefined);
      setProblem(reasonOf(error));
    } finally {
      setBusy(false);
    }
  };

  const against = (of: Figure) => (one: Pick<Rehearsed, 'would' | 'did'>) =>
    `${figure(one.would, of)} / ${figure(one.did, of)}`;
  const customers: Column<Rehearsed['customers'][number]>[] = [
    {
      key: 'customer',
      title: say('field.customer'),
      wraps: true,
      cell: ({ documentId, name }) => <LinkTo to={pageOf('plugin::crm.customer', documentId) ?? ''}>{name}</LinkTo>,
    },
    ...FIGURES.map((of) => ({ key: of, title: say(`rehearsal.${of}`), right: true, cell: against(of) })),
  ];
  const totals = (is: Rehearsed): Column<Figure>[] => [
    { key: 'what', title: '', cell: (of) => say(`rehearsal.${of}`) },
    {
      key: 'would',
      title: say('rehearsal.would'),
      right: true,
      cell: (of) => <Typography fontWeight="semiBold">{figure(is.would, of)}</Typography>,
    },
    { key: 'did', title: say('rehearsal.did'), right: true, cell: (of) => figure(is.did, of) },
  ];

  return (
    <Panel
      title={say('rehearsal.title')}
      aside={
        <Button variant="secondary" loading={busy} onClick={() => void press()}>
          {say('rehearsal.try')}
        </Button>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography textColor="neutral600">{say('rehearsal.hint')}</Typography>
        {problem !== undefined && <Failure message={problem} />}
        {shown && (
          <>
            {shown.of !== present && <Typography textColor="warning600">{say('rehearsal.changed_since')}</Typography>}
            <Typography>
              {say('rehearsal.days', {
                from: formatDate(shown.is.from, language),
                to: formatDate(shown.is.to, language),
                count: shown.is.differing,
              })}
            </Typography>
            {shown.is.more && <Typography textColor="warning600">{say('rehearsal.more')}</Typography>}
            <Box overflow="auto">
              <DataTable columns={totals(shown.is)} rows={[...FIGURES]} keyOf={(of) => of} empty="" />
            </Box>
            <Typography variant="delta" tag="h3">
              {say('rehearsal.customers')}
            </Typography>
            <Box overflow="auto">
              <DataTable
                columns={customers}
                rows={shown.is.customers}
                keyOf={({ documentId }) => documentId}
                empty={say('rehearsal.same')}
              />
            </Box>
          </>
        )}
      </Flex>
    </Panel>
  );
}
