import {
  type Column,
  Confirm,
  DataTable,
  DateText,
  DetailPage,
  Money,
  pageLink,
  Panel,
  Standing,
  TimelinePanel,
  UnreadPage,
  useDetail,
  useDo,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import type { Deposit, DepositStanding } from '../../deposit-types';
import { useAnswer, useAsk } from '../../doors';
import { DepositActions } from './deposit-actions';

type Use = DepositStanding['on'][number];

/** One deposit: what it is for, what of it is held, what it was laid on. */
export function DepositDetail() {
  const say = useSay('billing');
  const may = useMay();
  const ask = useAsk();
  const {
    id,
    data: deposit,
    error,
    reload,
  } = useDetail<Deposit>('/billing/deposits', { populate: { customer: true } });
  const { data: standing, reload: readStanding } = useAnswer('GET /billing/deposits/:id/standing', { id });
  const done = (): void => {
    reload();
    readStanding();
  };
  const does = useDo(done);
  const back = { to: '/plugins/billing/deposits', label: say('deposit.title') };
  if (!deposit || !standing) return <UnreadPage error={error} back={back} />;
  const { customer, currency } = deposit;
  const columns: Column<Use>[] = [
    {
      key: 'invoice',
      title: say('field.invoice'),
      cell: (use) => pageLink('plugin::billing.invoice', use.documentId, use.number),
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
            onConfirm={(reason) =>
              does(
                () => ask('POST /billing/deposits/:id/release', { id, body: { invoice: use.documentId, reason } }),
                say('deposit.did_release'),
              )
            }
          >
            {say('deposit.release_question', { number: use.number })}
          </Confirm>
        ),
    },
  ];
  return (
    <DetailPage
      title={deposit.description}
      subtitle={customer?.name}
      back={back}
      action={<DepositActions deposit={deposit} standing={standing} onDone={done} />}
    >
      <Standing
        title={say(`deposit_kind.${deposit.kind}`)}
        state={standing.standing}
        label={say(`deposit_state.${standing.standing}`)}
        customer={customer}
        facts={[
          [
            say('deposit.asked_by'),
            pageLink('plugin::billing.invoice', standing.invoice?.documentId, standing.invoice?.number),
          ],
          [say('deposit.paid'), <Money key="paid" amount={standing.paid} currency={currency} strong />],
          [say('deposit.applied'), <Money key="applied" amount={standing.applied} currency={currency} strong />],
          [say('deposit.held'), <Money key="held" amount={standing.held} currency={currency} strong />],
          [say('refunds.requested_at'), <DateText key="asked" at={deposit.askedAt} />],
          [say('deposit.ended_on'), deposit.endedOn && <DateText at={deposit.endedOn} />],
          [say('field.reason'), deposit.endReason],
        ]}
      />
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
    </DetailPage>
  );
}
