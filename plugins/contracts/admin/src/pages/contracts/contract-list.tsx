import { Button, Flex } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import {
  ChosenCustomer,
  ListPage,
  ListTools,
  useList,
  useListQuery,
  useMay,
  useSay,
  useStateFilter,
} from '@sanya/strapi-plugin-platform/ui';
import { CONTRACT_STATES } from '../../../../server/src/domain/contract-machine';
import { useContractColumns } from '../../contract-columns';
import type { Contract } from '../../types';

/** What was promised to whom, the newest first; what was set aside is one filter away. */
export function ContractList() {
  const say = useSay('contracts');
  const may = useMay();
  const navigate = useNavigate();
  const { asked } = useListQuery();
  const [customer, billing] = [asked('customer'), asked('billing')];
  const states = useStateFilter(CONTRACT_STATES, (one) => say(`state.${one}`));
  const reading = useList<Contract>('/contracts/contracts', {
    search: (text) => [
      { number: { $startsWithi: text } },
      { serviceId: { $startsWithi: text } },
      { customer: { name: { $containsi: text } } },
    ],
    filters: {
      $and: [
        ...(billing === 'parked' ? [{ parkedAt: { $notNull: true } }] : []),
        ...(customer ? [{ customer: { documentId: { $eq: customer } } }] : []),
      ],
    },
    populate: { customer: true },
    sort: 'id:desc',
  });
  const columns = useContractColumns({
    key: 'customer',
    title: say('field.customer'),
    wraps: true,
    cell: (contract) => contract.customer?.name,
  });
  return (
    <ListPage
      title={say('contracts.title')}
      subtitle={say('contracts.subtitle')}
      action={
        <Flex gap={2}>
          {may('plugin::contracts.contract.import') && (
            <Button variant="secondary" onClick={() => navigate('opening')}>
              {say('contract_import.open')}
            </Button>
          )}
          {may('plugin::contracts.contract.edit') && (
            <Button startIcon={<Plus />} onClick={() => navigate('new')}>
              {say('contract.new')}
            </Button>
          )}
        </Flex>
      }
      tools={
        <ListTools
          search={say('contracts.search')}
          filters={[
            states,
            {
              key: 'billing',
              label: say('contracts.billing'),
              width: '20rem',
              choices: [['parked', say('contract.parked')] as const],
              all: say('contracts.all_billing'),
            },
          ]}
        >
          <ChosenCustomer name={reading.data?.[0]?.customer?.name} />
        </ListTools>
      }
      reading={reading}
      columns={columns}
      empty={say('contracts.empty')}
      none={say('contracts.none')}
    />
  );
}
