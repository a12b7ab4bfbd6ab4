import { useNavigate } from 'react-router-dom';
import { LinkTo, Panel, ReadTable, useApi, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useContractColumns } from '../contract-columns';
import type { Contract } from '../types';

/** On the page of a customer: the last ten contracts. */
export default function CustomerContracts({ id }: { id: string }) {
  const say = useSay('contracts');
  const navigate = useNavigate();
  const seen = useMay()('plugin::content-manager.explorer.read', 'plugin::contracts.contract');
  const columns = useContractColumns();
  const reading = useApi<Contract[]>(seen ? '/contracts/contracts' : null, {
    filters: { customer: { documentId: { $eq: id } } },
    sort: 'id:desc',
    pagination: { pageSize: 10 },
  });
  if (!seen) return null;
  return (
    <Panel
      title={say('contracts.title')}
      aside={<LinkTo to={`/plugins/contracts/contracts?customer=${id}`}>{say('contracts.all_of_customer')}</LinkTo>}
    >
      <ReadTable
        whole
        reading={reading}
        columns={columns}
        keyOf={(contract) => contract.documentId}
        onOpen={(contract) => navigate(`/plugins/contracts/contracts/${contract.documentId}`)}
        empty={say('contracts.none_of_customer')}
      />
    </Panel>
  );
}
