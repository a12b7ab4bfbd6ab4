import { Flex } from '@strapi/design-system';
import { verbs } from '@sanya/strapi-plugin-platform/kernel';
import { Confirm, useDo, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import { orderMachine, type OrderVerb } from '../../../../server/src/domain/order-machine';
import { useAsk } from '../../doors';
import type { Order } from '../../types';
import { DelayOrder } from './delay-order';
import { DeliverOrder } from './deliver-order';

/** A draft is placed by entering it, approvals hold and release it, goods return line by line, and only time lets it expire. */
const NO_DOOR = ['place', 'hold', 'release', 'return', 'expire'] as const;
/** Asks for more than a yes: it has a dialog of its own. */
const DIALOG = 'deliver';
type WithDoor = Exclude<OrderVerb, (typeof NO_DOOR)[number]>;
type Plain = Exclude<WithDoor, typeof DIALOG>;
const hasDoor = (verb: OrderVerb): verb is WithDoor => !(NO_DOOR as readonly OrderVerb[]).includes(verb);

export function OrderActions({ order, onDone }: { order: Order; onDone: () => void }) {
  const say = useSay('sales');
  const may = useMay();
  const act = useDo(onDone);
  const ask = useAsk();

  const possible = verbs(orderMachine, order.state)
    .filter(hasDoor)
    .filter((verb) => may(`plugin::sales.order.${verb}`))
    // What undoes stands first, what leads on last, where the eye ends.
    .sort((a, b) => Number(b === 'cancel') - Number(a === 'cancel'));

  const does = (verb: Plain, reason: string): Promise<boolean> => {
    const id = order.documentId;
    return act(
      () =>
        verb === 'cancel'
          ? ask('POST /sales/orders/:id/cancel', { id, body: { reason } })
          : ask(`POST /sales/orders/:id/${verb}`, { id }),
      say(`did.${verb}`),
    );
  };

  return (
    <Flex gap={2} wrap="wrap">
      <DelayOrder order={order} onDone={onDone} />
      {possible.map((verb) =>
        verb === DIALOG ? (
          <DeliverOrder key={verb} order={order} onDone={onDone} />
        ) : (
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
        ),
      )}
    </Flex>
  );
}
