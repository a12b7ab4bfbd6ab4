import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import {
  DateText,
  DetailPage,
  pageLink,
  Panel,
  Standing,
  TimelinePanel,
  UnreadPage,
  useDetail,
  useSay,
  Zone,
} from '@sanya/strapi-plugin-platform/ui';
import { BADGE } from '../../contract-columns';
import type { Contract } from '../../types';
import { ContractActions } from './contract-actions';
import { ContractInvoices } from './contract-invoices';
import { ContractLines } from './contract-lines';
import { ContractRenewals } from './contract-renewals';
import { EntitlementsPanel } from './entitlements/entitlements-panel';
import { Paper } from './paper';
import { People } from './people';
import { Periods } from './periods';
import { PoNumber } from './po-number';
import { RenewalTerms } from './renewal-terms';
import { ServiceLevel } from './service-level';
import { Suspensions } from './suspensions';
import { TimeLine } from './time-line/time-line';

const TYPE = 'plugin::contracts.contract';

/** A contract: how it stands, what is promised, what was billed for which days, when it was off, what happened. */
export function ContractDetail() {
  const say = useSay('contracts');
  const [turn, setTurn] = useState(0);
  const {
    id,
    data: contract,
    error,
    reload,
  } = useDetail<Contract>('/contracts/contracts', {
    populate: { customer: true, order: true, invoice: true, predecessor: true },
  });
  const back = { to: '/plugins/contracts/contracts', label: say('contracts.title') };
  if (!contract) return <UnreadPage error={error} back={back} />;
  const { customer, order, invoice, state } = contract;
  const done = (): void => {
    setTurn((last) => last + 1);
    reload();
  };
  const date = (key: 'startsOn' | 'endsOn' | 'nextBillOn' | 'agreedStart' | 'heldUntil' | 'trialUntil') =>
    contract[key] && <DateText at={contract[key]} />;
  return (
    <DetailPage
      title={contract.number}
      subtitle={[customer?.name, contract.serviceId].filter(Boolean).join(' · ')}
      back={back}
      action={<ContractActions contract={contract} onDone={done} />}
    >
      <Standing
        title={say('contract.facts')}
        state={BADGE[state]}
        label={say(`state.${state}`)}
        customer={customer}
        facts={[
          [say('field.service_id'), contract.serviceId],
          [say('field.activation'), say(`activation.${contract.activation}`)],
          [say('field.agreed_start'), date('agreedStart')],
          [say('field.starts_on'), date('startsOn')],
          [say('field.service_level'), <ServiceLevel key="level" contract={contract} onDone={done} />],
          [say('field.trial_until'), date('trialUntil')],
          [say('field.ends_on'), date('endsOn')],
          [say('field.next_bill_on'), date('nextBillOn')],
          [say('field.held_until'), date('heldUntil')],
          [say('field.notice_days'), String(contract.noticeDays)],
          [say('field.auto_renew'), <RenewalTerms key="renewal" contract={contract} onDone={done} />],
          [say('field.notice_given_on'), contract.noticeGivenOn && <DateText at={contract.noticeGivenOn} />],
          [
            say('field.predecessor'),
            contract.predecessor && pageLink(TYPE, contract.predecessor.documentId, contract.predecessor.number),
          ],
          [say('field.billed_together'), say(contract.billedTogether ? 'word.yes' : 'word.no')],
          [
            say('field.order'),
            pageLink('plugin::sales.order', order?.documentId, order?.number ?? say('contract.no_number')),
          ],
          [
            say('field.invoice'),
            pageLink('plugin::billing.invoice', invoice?.documentId, invoice?.number ?? say('contract.no_number')),
          ],
          [say('field.po_number'), <PoNumber key="po" contract={contract} onDone={done} />],
          [say('people.title'), <People key="people" contract={contract} />],
          [say('field.note'), contract.note],
          [say('field.reason'), contract.endReason],
        ]}
      >
        {contract.problem && (
          <Typography textColor="danger600" role="alert">
            {say('contract.parked_why', { problem: contract.problem })}
          </Typography>
        )}
      </Standing>
      <Panel title={say('contract.lines')}>
        <ContractLines key={`lines-${turn}`} contract={contract} />
      </Panel>
      <EntitlementsPanel key={`entitlements-${turn}`} contract={contract} onDone={() => setTurn((last) => last + 1)} />
      {state !== 'draft' && <TimeLine key={`bars-${turn}`} id={id} />}
      <Panel title={say('contract.periods')}>
        <Periods key={`periods-${turn}`} id={id} currency={contract.currency} />
      </Panel>
      <ContractInvoices key={`invoices-${turn}`} contract={contract} />
      <Suspensions key={`off-${turn}`} id={id} />
      <ContractRenewals key={`renewals-${turn}`} id={id} />
      <Paper id={contract.documentId} />
      <Zone plugin="contracts" page="contract" position="panels" id={contract.documentId} />
      <TimelinePanel key={`timeline-${turn}`} type={TYPE} id={contract.documentId} />
    </DetailPage>
  );
}
