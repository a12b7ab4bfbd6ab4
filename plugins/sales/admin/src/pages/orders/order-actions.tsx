import { Flex } from '@strapi/design-system';
import { verbs } from '@sanya/strapi-plugin-platform/kernel';
import { Confirm, useClient, useDo, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import { orderMachine } from '../../../../server/src/domain/order-machine';
import type { Order } from '../../types';

/** A draft is placed by entering it, approvals hold and release it, and only time lets it expire; else the table of transitions says what can be done. */
const NO_DOOR = ['place', 'hold', 'release', 'expire'];

export function OrderActions({ order, onDone }: { order: Order; onDone: () => void }) {
  const say = useSay('sales');
  const may = useMay();
  const act = useDo();
  const { send } = useClient();

  const possible = verbs(orderMachine, order.state)
    .filter((verb) => !NO_DOOR.includes(verb) && may(`plugin::sales.order.${verb}`))
    // What undoes stands first, what leads on last, where the eye ends.
    .sort((a, b) => Number(b === 'cancel') - Number(a === 'cancel'));

  const does = async (verb: string, reason: string): Promise<boolean> => {
    const done = await act(
      () => send(`/sales/orders/${order.documentId}/${verb}`, verb === 'cancel' ? { reason } : {}),
      say(`did.${verb}`),
    );
    if (done) onDone();
    return done;
  };

  return (
    <Flex gap={2} wrap="wrap">
      {possible.map((verb) => (
        <Confirm
          key={verb}
          label={say(`do.${verb}`)}
          title={say(`do.${verb}`)}
          variant={verb === 'cancel' ? 'danger-light' : 'default'}
          reason={verb === 'cancel' ? say('field.reason') : undefined}
          onConfirm={(reason) => does(verb, reason)}
        >
          {say(`ask.${verb}`, { number: order.number ?? '' })}
        </Confirm>
      ))}
    </Flex>
  );
}
