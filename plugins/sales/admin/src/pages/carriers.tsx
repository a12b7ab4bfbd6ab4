import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Page } from '@strapi/strapi/admin';
import {
  type Column,
  containing,
  ListPage,
  ListTools,
  Money,
  StateBadge,
  TwoLines,
  useDo,
  useList,
  useMay,
  useSay,
  useStateFilter,
} from '@sanya/strapi-plugin-platform/ui';
import { CARRIER_STATES } from '../../../server/src/domain/carrier';
import type { Carrier } from '../carrier-values';
import { useAsk } from '../doors';
import { KeptActions } from './kept-actions';
import { CarrierDialog } from './carriers/carrier-dialog';

const READ = [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::sales.carrier' }];
/** More rows of a price table than this are counted. */
const SHOWN = 3;

/** Who carries goods: what they ask, how long they take. */
function CarrierList() {
  const say = useSay('sales');
  const may = useMay();
  const ask = useAsk();
  const [open, setOpen] = useState<Carrier | 'new'>();
  const states = useStateFilter(CARRIER_STATES, (one) => say(one === 'all' ? 'state.all' : `warehouse_state.${one}`));
  const reading = useList<Carrier>('/sales/carriers', { search: containing('name'), sort: 'name:asc' });
  const act = useDo(reading.reload);
  const [mayEdit, mayClose] = [may('plugin::sales.carrier.edit'), may('plugin::sales.carrier.close')];
  const columns: Column<Carrier>[] = [
    {
      key: 'name',
      title: say('shipment.carrier'),
      wraps: true,
      cell: ({ name, note }) => (
        <TwoLines first={<Typography fontWeight="semiBold">{name}</Typography>} second={note} />
      ),
    },
    { key: 'days', title: say('carrier.days'), right: true, cell: ({ daysPromised }) => daysPromised },
    {
      key: 'rates',
      title: say('carrier.rates'),
      wraps: true,
      cell: ({ rates }) => (
        <Flex direction="column" alignItems="flex-start">
          {(rates ?? []).slice(0, SHOWN).map(({ postcodes, upToGrams, price }, index) => (
            <Flex key={index} gap={2}>
              <Money amount={price} />
              <Typography textColor="neutral600">
                {[
                  upToGrams !== null && say('carrier.up_to', { kilograms: upToGrams / 1000 }),
                  postcodes.length > 0 && postcodes.join(', '),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Typography>
            </Flex>
          ))}
          {(rates ?? []).length > SHOWN && (
            <Typography textColor="neutral600">
              {say('carrier.more_rates', { count: (rates ?? []).length - SHOWN })}
            </Typography>
          )}
        </Flex>
      ),
    },
    {
      key: 'state',
      title: say('field.state'),
      cell: ({ state }) => <StateBadge state={state} label={say(`warehouse_state.${state}`)} />,
    },
    {
      key: 'do',
      title: '',
      right: true,
      cell: (one) => (
        <KeptActions
          kind="carrier"
          one={one}
          mayMove={mayClose}
          mayEdit={mayEdit}
          onMove={(verb, done) => act(() => ask(`POST /sales/carriers/:id/${verb}`, { id: one.documentId }), done)}
          onEdit={() => setOpen(one)}
        />
      ),
    },
  ];
  return (
    <ListPage
      title={say('carriers.title')}
      subtitle={say('carriers.subtitle')}
      action={
        mayEdit && (
          <Button startIcon={<Plus />} onClick={() => setOpen('new')}>
            {say('carrier.new')}
          </Button>
        )
      }
      tools={<ListTools search={say('carriers.search')} filters={[states]} />}
      reading={reading}
      columns={columns}
      pageOfRow={null}
      empty={say('carriers.empty')}
      none={say('carriers.none')}
    >
      {open && (
        <CarrierDialog
          carrier={open === 'new' ? undefined : open}
          onClose={() => setOpen(undefined)}
          onDone={reading.reload}
        />
      )}
    </ListPage>
  );
}

export default function Carriers() {
  return (
    <Page.Protect permissions={READ}>
      <CarrierList />
    </Page.Protect>
  );
}
