import { useParams } from 'react-router-dom';
import {
  ApprovalsOf,
  DateText,
  DetailPage,
  DocumentView,
  LinkTo,
  pageLink,
  Panel,
  Standing,
  TimelinePanel,
  UnreadPage,
  useDetail,
  useMay,
  useSay,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { BADGE, nameOf, standingOf } from '../../quote-shown';
import type { Quote } from '../../quote-types';
import { QuoteActions } from './quote-actions';
import { Versions } from './quote-versions';
import { QuoteLines } from './quote-lines';
import { useSalesPeople } from './use-sales-people';

/** A quote: how it stands, what it offers, its PDF as the customer has it, its versions, what happened. */
export function QuoteDetail() {
  const { id = '' } = useParams();
  // Another version is another page: nothing of the one before stays on it.
  return <Detail key={id} />;
}

function Detail() {
  const say = useSay('sales');
  const may = useMay();
  const { today } = useToday();
  const people = useSalesPeople();
  const {
    id,
    data: quote,
    error,
    turn,
    again,
  } = useDetail<Quote>('/sales/quotes', { populate: { customer: true, contact: true, order: true, submission: true } });
  const back = { to: '/plugins/sales/quotes', label: say('quotes.title') };
  if (!quote) return <UnreadPage error={error} back={back} />;
  const { customer, order } = quote;
  const standing = standingOf(quote, today);
  const when = (key: 'sentAt' | 'acceptedAt' | 'declinedAt' | 'supersededAt' | 'requestedOn') =>
    [say(`moment.${key}`), quote[key] && <DateText at={quote[key]} />] as const;

  return (
    <DetailPage
      title={nameOf(quote, say('quote.draft_title'))}
      subtitle={customer?.name}
      back={back}
      action={<QuoteActions quote={quote} onDone={again} />}
    >
      <Standing
        title={say('quote.facts')}
        state={BADGE[standing]}
        label={say(`quote_state.${standing}`)}
        customer={customer}
        facts={[
          [say('quote.contact'), quote.contact?.name],
          [say('quote.sales_person'), people.find((one) => one.id === quote.salesPerson)?.name],
          [say('quote.valid_until'), quote.validUntil && <DateText key="valid" at={quote.validUntil} />],
          when('requestedOn'),
          when('sentAt'),
          when('acceptedAt'),
          when('declinedAt'),
          when('supersededAt'),
          [
            say('quote.answered_by'),
            quote.answeredBy && `${quote.answeredBy} · ${say(`source.${quote.answeredVia ?? 'staff'}`)}`,
          ],
          [say('quote.decline_reason'), quote.declineReason],
          [
            say('subject.order'),
            pageLink('plugin::sales.order', order?.documentId, order?.number ?? say('orders.no_number')),
          ],
          [say('field.po_number'), quote.poNumber],
          [say('quote.delivery_time'), quote.deliveryTime],
          [say('field.coupon'), quote.coupons?.map(({ code }) => code).join(', ')],
          [
            say('quote.submission'),
            quote.submission && (
              <LinkTo key="submission" to={`/plugins/sales/quote-requests/${quote.submission.documentId}`}>
                {say('quote.open_submission')}
              </LinkTo>
            ),
          ],
          [say('quote.request_note'), quote.requestNote],
          [say('quote.note'), quote.note],
          [say('quote.terms'), quote.terms],
          [say('quote.internal_note'), quote.internalNote],
        ]}
      />
      <ApprovalsOf key={`approvals${turn}`} id={quote.documentId} />
      <Panel title={say('orders.lines')}>
        <QuoteLines key={quote.total} quote={quote} />
      </Panel>
      {may('plugin::sales.quote.document') && (
        <DocumentView
          key={`document-${quote.state}`}
          url={`/sales/quotes/${id}/document`}
          title={say('orders.document')}
        />
      )}
      <Versions quote={quote} />
      <TimelinePanel key={`timeline-${quote.state}`} type="plugin::sales.quote" id={quote.documentId} />
    </DetailPage>
  );
}
