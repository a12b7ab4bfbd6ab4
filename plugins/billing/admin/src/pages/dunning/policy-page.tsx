import { useParams } from 'react-router-dom';
import { UnreadPage, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAnswer } from '../../doors';
import { PolicyForm } from './policy-form';
import type { DunningPolicy, DunningStep } from './types';

const step = (day: number, more: Partial<DunningStep> = {}): DunningStep => ({
  ...{ day, channel: 'mail', template: 'dunning-reminder', feeAmount: '0', feePpm: 0, action: 'none', warns: 'none' },
  ...more,
});

/** What a new policy proposes: friendly at first, with no fee, nothing suspended without a warning. */
const PROPOSAL: Omit<DunningPolicy, 'documentId' | 'steps'> & { steps: DunningStep[] } = {
  ...{
    name: '',
    customerClass: null,
    active: false,
    floor: '0',
    feeOn: 'own_invoice',
    noticeDays: 7,
    workingDays: true,
  },
  steps: [
    step(-7),
    step(0),
    step(3, { template: 'dunning-overdue' }),
    step(7, { template: 'dunning-overdue', warns: 'suspend' }),
    step(10, { channel: 'call', template: null }),
    step(14, { template: 'dunning-suspended', action: 'suspend', warns: 'terminate' }),
    step(30, { channel: 'letter', template: 'dunning-ended', action: 'terminate' }),
  ],
};

/** The page of one policy, or of a new one. */
export function PolicyPage() {
  const say = useSay('billing');
  const { id = '' } = useParams();
  const { data, error } = useAnswer('GET /billing/dunning/policies', {});
  const known = data?.find(({ documentId }) => documentId === id);
  const back = { to: '/plugins/billing/dunning/policies', label: say('dunning.policies') };
  if (id === 'new') return <PolicyForm before={PROPOSAL} />;
  if (!known) return <UnreadPage error={error} back={back} />;
  return <PolicyForm key={id} id={id} before={known} />;
}
