import { unstable_useDocument as useDocument } from '@strapi/strapi/admin';
import { Button } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useMay, useSay } from '../ui';
import { useRetryDeliveries } from '../use-retry-deliveries';

const TRIED_AGAIN = ['failed', 'dead'];

/** Beside a mail in the content manager: once more, where it did not arrive. */
export default function BesideDelivery({ id, onDone }: { id: string; onDone: () => void }) {
  const say = useSay('platform');
  const may = useMay();
  const retry = useRetryDeliveries();
  const { document } = useDocument({
    collectionType: 'collection-types',
    model: 'plugin::platform.delivery',
    documentId: id,
  });
  if (!TRIED_AGAIN.includes(String(document?.state)) || !may('plugin::platform.delivery.retry')) return null;
  return (
    <Button
      variant="secondary"
      startIcon={<ArrowClockwise />}
      onClick={() => void retry([id]).then((done) => done && onDone())}
    >
      {say('delivery.retry_many')}
    </Button>
  );
}
