import { Button, Flex, Typography } from '@strapi/design-system';
import { DateText, LinkTo, Panel, useDo, useSay } from '@sanya/strapi-plugin-platform/ui';
import { type CrmDoors, useAsk } from '../../../doors';

interface DistinctCustomersProps {
  said: CrmDoors['GET /crm/customer-distinctions']['answers'];
  onChanged: () => void;
}

/** Who was said not to be the same, with the way back. */
export function DistinctCustomers({ said, onChanged }: DistinctCustomersProps) {
  const say = useSay('crm');
  const act = useDo();
  const ask = useAsk();
  if (said.length === 0) return null;

  async function undo(id: string): Promise<void> {
    const done = await act(
      () => ask('POST /crm/customer-distinctions/:id/undo', { id }),
      say('merge.propose_again_done'),
    );
    if (done) onChanged();
  }
  return (
    <Panel title={say('merge.distinct_title')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography textColor="neutral600">{say('merge.distinct_hint')}</Typography>
        <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
          {said.map(({ documentId, customers, saidAt, saidBy }) => (
            <Flex key={documentId} tag="li" justifyContent="space-between" gap={4} wrap="wrap">
              <Flex gap={3} wrap="wrap">
                {customers.map((one) => (
                  <LinkTo key={one.documentId} to={`/plugins/crm/customers/${one.documentId}`}>
                    {`${one.code} ${one.name}`}
                  </LinkTo>
                ))}
                <Typography textColor="neutral600">{say('merge.said_by', { name: saidBy || '–' })}</Typography>
                <DateText at={saidAt} />
              </Flex>
              <Button variant="tertiary" size="S" onClick={() => void undo(documentId)}>
                {say('merge.propose_again')}
              </Button>
            </Flex>
          ))}
        </Flex>
      </Flex>
    </Panel>
  );
}
