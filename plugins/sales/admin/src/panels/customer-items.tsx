import { useNavigate } from 'react-router-dom';
import { LinkTo, Panel, ReadTable, useApi, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useItemColumns } from '../item-shown';
import type { InstalledItem } from '../item-types';

/** On the page of a customer: the last ten things that stand there. */
export default function CustomerItems({ id }: { id: string }) {
  const say = useSay('sales');
  const navigate = useNavigate();
  const seen = useMay()('plugin::content-manager.explorer.read', 'plugin::sales.installed-item');
  const columns = useItemColumns({ key: 'site', title: say('field.site'), wraps: true, cell: ({ site }) => site });
  const reading = useApi<InstalledItem[]>(seen ? '/sales/installed-items' : null, {
    filters: { customer: { documentId: { $eq: id } }, state: { $eq: 'installed' } },
    populate: { product: true },
    sort: 'id:desc',
    pagination: { pageSize: 10 },
  });
  if (!seen) return null;
  return (
    <Panel
      title={say('installed.title')}
      aside={<LinkTo to={`/plugins/sales/installed-items?customer=${id}`}>{say('installed.all_of_customer')}</LinkTo>}
    >
      <ReadTable
        whole
        reading={reading}
        columns={columns}
        keyOf={(item) => item.documentId}
        onOpen={(item) => navigate(`/plugins/sales/installed-items/${item.documentId}`)}
        empty={say('installed.none_of_customer')}
      />
    </Panel>
  );
}
