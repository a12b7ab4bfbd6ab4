import { Button, Flex } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import { Confirm, useDo, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Route } from '../../route-types';

/** A round that has not begun is changed, cancelled, or begun. */
export function RouteActions({ route, onDone }: { route: Route; onDone: () => void }) {
  const say = useSay('sales');
  const may = useMay();
  const ask = useAsk();
  const act = useDo(onDone);
  if (route.state !== 'planned') return null;
  const { documentId: id, number } = route;
  return (
    <Flex gap={2}>
      {may('plugin::sales.route.plan') && (
        <>
          <Confirm
            label={say('route.cancel')}
            title={say('route.cancel_title', { number })}
            variant="danger-light"
            onConfirm={() => act(() => ask('POST /sales/delivery-routes/:id/cancel', { id }), say('route.cancelled'))}
          >
            {say('route.cancel_text')}
          </Confirm>
          <Button tag={NavLink} to="edit" variant="secondary" startIcon={<Pencil />}>
            {say('warehouse.edit')}
          </Button>
        </>
      )}
      {may('plugin::sales.route.drive') && (
        <Confirm
          label={say('route.start')}
          title={say('route.start_title', { number })}
          onConfirm={() => act(() => ask('POST /sales/delivery-routes/:id/start', { id }), say('route.started'))}
        >
          {say('route.start_text')}
        </Confirm>
      )}
    </Flex>
  );
}
