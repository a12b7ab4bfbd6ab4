import { useState } from 'react';
import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import {
  ChosenCustomer,
  ListPage,
  ListTools,
  TwoLines,
  useList,
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
  const { asked } = useListQuery();
  const [making, setMaking] = useState(false);
  const [warranty, customer] = [asked('warranty'), asked('customer')];
  const states = useStateFilter(ITEM_STATES, (one) => say(one === 'all' ? 'state.all' : `item_state.${one}`));
  const reading = useList<InstalledItem>('/sales/installed-items', {
    search: (text) => [
      { serial: { $startsWithi: text } },
      { product: { name: { $containsi: text } } },
      { customer: { name: { $containsi: text } } },
    ],
    filters: {
      $and: [
        ...(warranty ? [warrantyFilter(warranty, today)] : []),
        ...(customer ? [{ customer: { documentId: { $eq: customer } } }] : []),
      ],
    },
    populate: { product: true, customer: true },
    sort: 'id:desc',
  });
  const columns = useItemColumns({
    key: 'customer',
    title: say('field.customer'),
    wraps: true,
    cell: (item) => <TwoLines first={item.customer?.name} second={item.site} />,
  });
  return (
    <ListPage
      title={say('installed.title')}
      subtitle={say('installed.subtitle')}
      action={
        may('plugin::sales.installed-item.edit') && (
          <Button startIcon={<Plus />} onClick={() => setMaking(true)}>
            {say('installed.new')}
          </Button>
        )
      }
      tools={
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
      }
      reading={reading}
      columns={columns}
      empty={say('installed.empty')}
      none={say('installed.none')}
    >
      {making && <NewItem onClose={() => setMaking(false)} onDone={(id) => navigate(id)} />}
    </ListPage>
  );
}
