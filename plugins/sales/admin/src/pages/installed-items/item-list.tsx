import { useState } from 'react';
import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import {
  ChosenCustomer,
  ListTools,
  PageFrame,
  ReadTable,
  TwoLines,
  useApi,
  useListQuery,
  useMay,
  useSay,
  useStateFilter,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { ITEM_STATES, WARRANTIES } from '../../../../server/src/domain/installed-item';
import { useItemColumns, warrantyFilter } from '../../item-shown';
import type { InstalledItem } from '../../item-types';
import { NewItem } from './new-item';

/** What stands at customers', the newest first. */
export function ItemList() {
  const say = useSay('sales');
  const may = useMay();
  const navigate = useNavigate();
  const { today } = useToday();
  const { narrowed, page, asked } = useListQuery();
  const [making, setMaking] = useState(false);
  const [state, warranty, customer, search] = [asked('state'), asked('warranty'), asked('customer'), asked('q')];
  const states = useStateFilter(ITEM_STATES, (one) => say(one === 'all' ? 'state.all' : `item_state.${one}`));
  const reading = useApi<InstalledItem[]>('/sales/installed-items', {
    filters: {
      $and: [
        ...(state ? [{ state: { $eq: state } }] : []),
        ...(warranty ? [warrantyFilter(warranty, today)] : []),
        ...(customer ? [{ customer: { documentId: { $eq: customer } } }] : []),
        ...(search
          ? [
              {
                $or: [
                  { serial: { $startsWithi: search } },
                  { product: { name: { $containsi: search } } },
                  { customer: { name: { $containsi: search } } },
                ],
              },
            ]
          : []),
      ],
    },
    populate: { product: true, customer: true },
    sort: 'id:desc',
    pagination: { page },
  });
  const columns = useItemColumns({
    key: 'customer',
    title: say('field.customer'),
    wraps: true,
    cell: (item) => <TwoLines first={item.customer?.name} second={item.site} />,
  });
  return (
    <PageFrame
      title={say('installed.title')}
      subtitle={say('installed.subtitle')}
      action={
        may('plugin::sales.installed-item.edit') && (
          <Button startIcon={<Plus />} onClick={() => setMaking(true)}>
            {say('installed.new')}
          </Button>
        )
      }
    >
      <ListTools
        search={say('installed.search')}
        filters={[
          states,
          {
            key: 'warranty',
            label: say('field.warranty'),
            width: '20rem',
            choices: WARRANTIES.map((one) => [one, say(`warranty.${one}`)] as const),
            all: say('warranty.all'),
          },
        ]}
      >
        <ChosenCustomer name={reading.data?.[0]?.customer?.name} />
      </ListTools>
      <ReadTable
        reading={reading}
        columns={columns}
        keyOf={(one) => one.documentId}
        onOpen={(one) => navigate(one.documentId)}
        empty={say(narrowed ? 'installed.empty' : 'installed.none')}
      />
      {making && <NewItem onClose={() => setMaking(false)} onDone={(id) => navigate(id)} />}
    </PageFrame>
  );
}
