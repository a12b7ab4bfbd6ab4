import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { formatDate } from '@sanya/strapi-plugin-platform/kernel';
import {
  Confirm,
  DateText,
  DetailPage,
  FileView,
  LinkTo,
  Money,
  pageOf,
  Panel,
  Standing,
  TimelinePanel,
  UnreadPage,
  useDetail,
  useDo,
  useLanguage,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import { certificateLife } from '../../../../server/src/domain/lives';
import { useAsk } from '../../doors';
import { ReceiveDialog } from './receive-dialog';
import { type Certificate, mayReceive } from './types';

const may = (state: Certificate['state'], verb: string): boolean =>
  certificateLife.transitions.some((row) => row.verb === verb && (row.from as readonly string[]).includes(state));

/** What may be done with a certificate; the server has the last word. */
function CertificateActions({ certificate, onDone }: { certificate: Certificate; onDone: () => void }) {
  const say = useSay('billing');
  const act = useDo(onDone);
  const ask = useAsk();
  const [receiving, setReceiving] = useState(false);
  const { documentId, state } = certificate;
  const does = (verb: 'check' | 'dispute', reason: string): Promise<boolean> =>
    act(
      () => ask(`POST /billing/certificates/:id/${verb}`, { id: documentId, body: { reason } }),
      say(`certificate.did_${verb}`),
    );
  return (
    <Flex gap={2} wrap="wrap">
      {may(state, 'dispute') && (
        <Confirm
          label={say('certificate.dispute')}
          title={say('certificate.dispute')}
          variant="danger-light"
          reason={say('field.reason')}
          onConfirm={(reason) => does('dispute', reason)}
        >
          {say('certificate.dispute_question')}
        </Confirm>
      )}
      {may(state, 'check') && (
        <Confirm
          label={say('certificate.check')}
          title={say('certificate.check')}
          variant="default"
          reason={say('field.reason')}
          onConfirm={(reason) => does('check', reason)}
        >
          {say('certificate.check_question')}
        </Confirm>
      )}
      {may(state, 'receive') && <Button onClick={() => setReceiving(true)}>{say('certificate.receive')}</Button>}
      {receiving && (
        <ReceiveDialog
          certificates={[certificate]}
          onClose={() => setReceiving(false)}
          onDone={() => {
            setReceiving(false);
            onDone();
          }}
        />
      )}
    </Flex>
  );
}

export function CertificateDetail() {
  const say = useSay('billing');
  const language = useLanguage();
  const mayDo = useMay();
  const { data, error, reload } = useDetail<Certificate>('/billing/certificates', {
    populate: { customer: true, payment: true, scan: true },
  });
  const back = { to: '/plugins/billing/certificates', label: say('certificate.title') };
  if (!data) return <UnreadPage error={error} back={back} />;
  const { customer, currency, payment, scan } = data;
  const paymentPage = pageOf('plugin::billing.payment', payment?.documentId);
  return (
    <DetailPage
      title={say('certificate.of', { customer: customer?.name ?? '' })}
      subtitle={data.number ?? undefined}
      back={back}
      action={mayDo(mayReceive) && <CertificateActions certificate={data} onDone={reload} />}
    >
      <Standing
        title={say('certificate.facts')}
        state={data.state}
        label={say(`certificate.state_${data.state}`)}
        customer={customer}
        facts={[
          [
            say('certificate.paid_on'),
            paymentPage ? (
              <LinkTo to={paymentPage}>{formatDate(data.paidOn, language)}</LinkTo>
            ) : (
              <DateText key="paid" at={data.paidOn} />
            ),
          ],
          [say('certificate.base'), <Money key="base" amount={data.base} currency={currency} />],
          [say('field.withheld'), <Money key="ours" amount={data.amount} currency={currency} strong />],
          [
            say('certificate.stated'),
            data.statedAmount !== null && (
              <Money
                amount={data.statedAmount}
                currency={currency}
                strong
                tone={data.statedAmount === data.amount ? 'neutral800' : 'danger600'}
              />
            ),
          ],
          [say('certificate.book'), data.book],
          [say('certificate.number'), data.number],
          [say('certificate.on'), data.certifiedOn && <DateText key="on" at={data.certifiedOn} />],
          [say('certificate.received_on'), data.receivedOn && <DateText key="received" at={data.receivedOn} />],
          [say('certificate.chased_on'), data.chasedOn && <DateText key="chased" at={data.chasedOn} />],
          [say('certificate.check_note'), data.checkNote],
          [say('certificate.dispute_reason'), data.disputeReason],
        ]}
      />
      {scan && (
        <Panel title={say('certificate.scan')}>
          <FileView id={scan.documentId} title={say('certificate.scan')} />
        </Panel>
      )}
      <TimelinePanel
        key={`timeline-${data.state}`}
        type="plugin::billing.withholding-certificate"
        id={data.documentId}
      />
    </DetailPage>
  );
}
