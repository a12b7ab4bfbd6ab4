import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { Check, Pencil, Search } from '@strapi/icons';
import { next } from '@sanya/strapi-plugin-platform/kernel';
import { Confirm, useDo, useMay, useSay, useTell } from '@sanya/strapi-plugin-platform/ui';
import { shipmentMachine, type ShipmentVerb } from '../../../../server/src/domain/shipment-machine';
import { useAsk } from '../../doors';
import { wantsCheck } from '../../shipment-shown';
import type { Shipment } from '../../shipment-types';
import { ArriveDialog } from './arrive-dialog';
import { CheckDialog } from './check-dialog';
import { ShipDialog } from './ship-dialog';
import { WayDialog } from './way-dialog';

type Dialog = 'check' | 'ship' | 'arrive' | 'way';

/** What can be done with a shipment as it stands, as far as the reader may. */
export function ShipmentActions({ shipment, onDone }: { shipment: Shipment; onDone: () => void }) {
  const say = useSay('sales');
  const may = useMay();
  const act = useDo(onDone);
  const ask = useAsk();
  const tell = useTell();
  const [open, setOpen] = useState<Dialog>();
  const can = (verb: ShipmentVerb): boolean => next(shipmentMachine, shipment.state, verb) !== undefined;
  const [mayPlan, mayShip] = [may('plugin::sales.shipment.plan'), may('plugin::sales.shipment.ship')];
  const finish = (said: Dialog) => (): void => {
    setOpen(undefined);
    tell(say(`shipment.${said}_done`));
    onDone();
  };
  const close = (): void => setOpen(undefined);

  return (
    <Flex gap={2} wrap="wrap" justifyContent="flex-end">
      {can('cancel') && mayPlan && (
        <Confirm
          label={say('shipment.cancel')}
          title={say('shipment.cancel')}
          variant="danger-light"
          onConfirm={() =>
            act(() => ask('POST /sales/shipments/:id/cancel', { id: shipment.documentId }), say('shipment.cancel_done'))
          }
        >
          {say('shipment.cancel_text', { number: shipment.number })}
        </Confirm>
      )}
      {(can('ship') || can('deliver')) && mayPlan && (
        <Button variant="secondary" startIcon={<Pencil />} onClick={() => setOpen('way')}>
          {say('shipment.way')}
        </Button>
      )}
      {can('fail') && may('plugin::sales.shipment.check') && (
        <Button
          variant={wantsCheck(shipment) ? 'default' : 'secondary'}
          startIcon={<Search />}
          onClick={() => setOpen('check')}
        >
          {say('shipment.check')}
        </Button>
      )}
      {can('ship') && mayShip && !wantsCheck(shipment) && (
        <Button startIcon={<Check />} onClick={() => setOpen('ship')}>
          {say('shipment.ship')}
        </Button>
      )}
      {can('deliver') && mayShip && (
        <Button startIcon={<Check />} onClick={() => setOpen('arrive')}>
          {say('shipment.arrive')}
        </Button>
      )}
      {open === 'check' && <CheckDialog shipment={shipment} onClose={close} onDone={finish('check')} />}
      {open === 'ship' && <ShipDialog shipment={shipment} onClose={close} onDone={finish('ship')} />}
      {open === 'arrive' && <ArriveDialog shipment={shipment} onClose={close} onDone={finish('arrive')} />}
      {open === 'way' && <WayDialog shipment={shipment} onClose={close} onDone={finish('way')} />}
    </Flex>
  );
}
