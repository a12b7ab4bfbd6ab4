import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import { LinkTo, PageFrame, Panel, StateBadge, useMay, useSay, useToday } from '@sanya/strapi-plugin-platform/ui';
import { useAnswer } from '../../doors';
import { useSentence } from './sentences';

/** The policies, each in its sentences. */
export function PolicyList() {
  const say = useSay('billing');
  const may = useMay();
  const navigate = useNavigate();
  const { currency } = useToday();
  const sentence = useSentence(currency);
  const { data = [], loading } = useAnswer('GET /billing/dunning/policies', {});
  return (
    <PageFrame
      title={say('dunning.policies')}
      subtitle={say('dunning.policies_subtitle')}
      back={{ to: '/plugins/billing/dunning', label: say('dunning.title') }}
      action={
        may('plugin::billing.dunning.set') && (
          <Button startIcon={<Plus />} onClick={() => navigate('new')}>
            {say('dunning.new_policy')}
          </Button>
        )
      }
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        {data.length === 0 && !loading && <Typography textColor="neutral600">{say('dunning.no_policies')}</Typography>}
        {data.map((policy) => (
          <Panel
            key={policy.documentId}
            title={policy.name}
            aside={
              <Flex gap={4}>
                <StateBadge
                  state={policy.active ? 'active' : 'closed'}
                  label={say(policy.active ? 'dunning.active' : 'dunning.inactive')}
                />
                <LinkTo to={policy.documentId}>{say('dunning.open_policy')}</LinkTo>
              </Flex>
            }
          >
            <Flex direction="column" alignItems="flex-start" gap={2}>
              <Typography textColor="neutral600">
                {policy.customerClass
                  ? say('dunning.for_class', { name: policy.customerClass.name })
                  : say('dunning.for_all')}
              </Typography>
              {policy.steps.map((step) => (
                <Typography key={step.documentId}>{sentence(step)}</Typography>
              ))}
            </Flex>
          </Panel>
        ))}
      </Flex>
    </PageFrame>
  );
}
