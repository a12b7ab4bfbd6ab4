import { Flex } from '@strapi/design-system';
import { useParams } from 'react-router-dom';
import {
  type Column,
  Confirm,
  DataTable,
  DateText,
  Facts,
  Failure,
  LinkTo,
  Money,
  PageFrame,
  pageOf,
  Panel,
  StateBadge,
  TimelinePanel,
  useApi,
  useDo,
  useMay,
  useSay,
  Waiting,
} from '@sanya/strapi-plugin-platform/ui';
import type { Deposit, DepositStanding } from '../../deposit-types';
import { useAnswer, useAsk } from '../../doors';
import { DepositActions } from './deposit-actions';

type Use = DepositStanding['on'][number];

/** One deposit: what it is for, what of it is held, what it was laid on. */
export function DepositDetail() {
  const say = useSay('billing');
  const may = useMay();
  const act = useDo();
  const ask = useAsk();
  const { id = '' } = useParams();
  const { data: deposit, error, reload } = useApi<Deposit>(`/billing/deposits/${id}`, { populate: { customer: true } });
  const { data: standing, reload: readStanding } = useAnswer('GET /billing/deposits/:id/standing', { id });
  if (error !== undefined) return <Failure message={error} />;
  if (!deposit || !standing) return <Waiting />;
  const { customer, currency } = deposit;
  const customerPage = pageOf('plugin::crm.customer', customer?.documentId);
  const done = (): void => {
    reload();
    readStanding();
  };
  const columns: Column<Use>[] = [
    {
      key: 'invoice',
      title: say('field.invoice'),
      cell: (use) => <LinkTo to={`/plugins/billing/invoices/${use.documentId}`}>{use.number}</LinkTo>,
    },
    {
      key: 'amount',
      title: say('payments.amount'),
      right: true,
      cell: (use) => <Money amount={use.amount} currency={currency} />,
    },
    {
      key: 'release',
      title: '',
      right: true,
      cell: (use) =>
        may('plugin::billing.deposit.use') && (
          <Confirm
            label={say('deposit.release')}
            title={say('deposit.release')}
            variant="danger-light"
            reason={say('field.reason')}
            onConfirm={async (reason) => {
              const isDone = await act(
                () => ask('POST /billing/deposits/:id/release', { id, body: { invoice: use.documentId, reason } }),
                say('deposit.did_release'),
              );
              if (isDone) done();
              return isDone;
            }}
          >
            {say('deposit.release_question', { number: use.number })}
          </Confirm>
        ),
    },
  ];
  return (
    <PageFrame
      title={deposit.description}
      subtitle={customer?.name}
      back={{ to: '/plugins/billing/deposits', label: say('deposit.title') }}
      action={<DepositActions deposit={deposit} standing={standing} onDone={done} />}
    >
      <Flex direction="column" alignItems="stretch" gap={6}>
        <Panel
          title={say(`deposit.kind_${deposit.kind}`)}
          aside={<StateBadge state={standing.standing} label={say(`deposit_state.${standing.standing}`)} />}
        >
          <Facts
            columns={4}
            facts={[
              [say('field.customer'), customerPage && <LinkTo to={customerPage}>{customer?.name ?? ''}</LinkTo>],
              [
                say('deposit.asked_by'),
                standing.invoice && (
                  <LinkTo to={`/plugins/billing/invoices/${standing.invoice.documentId}`}>
                    {standing.invoice.number}
                  </LinkTo>
                ),
              ],
              [say('deposit.paid'), <Money key="paid" amount={standing.paid} currency={currency} strong />],
              [say('deposit.applied'), <Money key="applied" amount={standing.applied} currency={currency} strong />],
              [say('deposit.held'), <Money key="held" amount={standing.held} currency={currency} strong />],
              [say('refunds.requested_at'), <DateText key="asked" at={deposit.askedAt} />],
              [say('deposit.ended_on'), deposit.endedOn && <DateText at={deposit.endedOn} />],
              [say('field.reason'), deposit.endReason],
            ]}
          />
        </Panel>
        {deposit.kind === 'advance' && (
          <Panel title={say('deposit.laid_on')}>
            <DataTable
              columns={columns}
              rows={standing.on}
              keyOf={(use) => use.documentId}
              empty={say('deposit.laid_on_none')}
            />
          </Panel>
        )}
        <TimelinePanel
          key={`timeline-${standing.held}-${deposit.state}`}
          type="plugin::billing.deposit"
          id={id}
          name={deposit.description}
        />
      </Flex>
    </PageFrame>
  );
}
