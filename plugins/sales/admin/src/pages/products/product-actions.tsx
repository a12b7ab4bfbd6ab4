import { Button, Flex } from '@strapi/design-system';
import { Image, Pencil } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import { Confirm, useDo, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Product } from '../../types';

const TYPE = 'plugin::sales.product';

/** What can be done with a product in its state, as far as the reader may. Pictures are kept by the media library. */
export function ProductActions({ product, onDone }: { product: Product; onDone: () => void }) {
  const say = useSay('sales');
  const may = useMay();
  const act = useDo(onDone);
  const ask = useAsk();
  const { documentId, name, state } = product;
  const verb = state === 'active' ? 'close' : 'reopen';

  const move = (): Promise<boolean> =>
    act(() => ask(`POST /sales/products/:id/${verb}`, { id: documentId }), say(`product.${verb}_done`));

  return (
    <Flex gap={2} wrap="wrap">
      {may('plugin::content-manager.explorer.update', TYPE) && (
        <Button
          tag={NavLink}
          to={`/content-manager/collection-types/${TYPE}/${documentId}`}
          variant="tertiary"
          startIcon={<Image />}
        >
          {say('product.picture')}
        </Button>
      )}
      {may('plugin::sales.product.close') && (
        <Confirm
          label={say(`product.${verb}`)}
          title={say(`product.${verb}_title`, { name })}
          variant="secondary"
          onConfirm={move}
        >
          {say(`product.${verb}_text`)}
        </Confirm>
      )}
      {may('plugin::sales.product.edit') && (
        <Button tag={NavLink} to="edit" startIcon={<Pencil />}>
          {say('product.edit')}
        </Button>
      )}
    </Flex>
  );
}
