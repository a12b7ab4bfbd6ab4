import { Button } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useAsk } from '../../doors';
import { useDo, useMay, useSay } from '../../ui';
import type { Delivery } from './types';

/** Tries a delivery anew, now and with all its attempts again. */
export function RetryDelivery({ delivery, onDone }: { delivery: Delivery; onDone: () => void }) {
  const say = useSay('platform');
  const may = useMay();
  const act = useDo();
  const ask = useAsk();
  if (delivery.state === 'delivered' || !may('plugin::platform.event.retry')) return null;
  return (
    <Button
      size="S"
      variant="secondary"
      startIcon={<ArrowClockwise />}
      onClick={(event: { stopPropagation: () => void }) => {
        event.stopPropagation();
        void act(
          () => ask('POST /platform/event-deliveries/:id/retry', { id: delivery.id }),
          say('events.retried'),
        ).then(onDone);
      }}
    >
      {say('events.retry')}
    </Button>
  );
}
