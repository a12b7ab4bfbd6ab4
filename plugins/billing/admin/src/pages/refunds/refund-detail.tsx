import { formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import {
  ApprovalsOf,
  DateText,
  DetailPage,
  DocumentView,
  Money,
  pageLink,
  Standing,
  TimelinePanel,
  UnreadPage,
  useDetail,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import type { Refund } from '../../types';
import { RefundActions } from './refund-actions';

/** One refund: of what, why, where to, and how far it is. */
export function RefundDetail() {
  const say = useSay('billing');
  const may = useMay();
  const {
    id,
    data: refund,
    error,
    reload,
  } = useDetail<Refund>('/billing/refunds', { populate: { customer: true, payment: true, creditNote: true } });
  const back = { to: '/plugins/billing/refunds', label: say('refunds.title') };
  if (!refund) return <UnreadPage error={error} back={back} />;
  const { customer, payment, creditNote, account, currency } = refund;
  return (
    <DetailPage
      title={`${refund.number} · ${formatMoney(refund.amount, currency, { symbol: true })}`}
      subtitle={customer?.name}
      back={back}
      action={<RefundActions refund={refund} onDone={reload} />}
    >
      <Standing
        title={say('refunds.facts')}
        state={refund.state}
        label={say(`refund.${refund.state}`)}
        customer={customer}
        facts={[
          [say('payments.amount'), <Money key="amount" amount={refund.amount} currency={currency} strong />],
          [
            say('refunds.source'),
            pageLink('plugin::billing.payment', payment?.documentId, payment?.reference ?? say('refunds.of_payment')) ??
              pageLink('plugin::billing.credit-note', creditNote?.documentId, creditNote?.number),
          ],
          [say('field.reason'), refund.reason],
          [say('refunds.account'), account && `${account.bank} ${account.number} ${account.name}`],
          [say('refunds.requested_at'), <DateText key="requested" at={refund.requestedAt} />],
          [say('refunds.approved_at'), refund.approvedAt && <DateText at={refund.approvedAt} />],
          [say('refunds.sent_on'), refund.sentOn && <DateText at={refund.sentOn} />],
          [say('refunds.reference'), refund.reference],
          [say('refunds.confirmed_at'), refund.confirmedAt && <DateText at={refund.confirmedAt} />],
          [say('refunds.fail_reason'), refund.failReason],
          [say('refunds.cancel_reason'), refund.cancelReason],
        ]}
      />
      <ApprovalsOf key={refund.state} id={refund.documentId} />
      {may('plugin::billing.document.read') && (
        <DocumentView
          key={`paper-${refund.state}`}
          url={`/billing/refunds/${id}/document`}
          title={say('refunds.document')}
        />
      )}
      <TimelinePanel key={`timeline-${refund.state}`} type="plugin::billing.refund" id={id} />
    </DetailPage>
  );
}
