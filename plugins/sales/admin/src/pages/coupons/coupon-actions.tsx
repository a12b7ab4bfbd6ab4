import { Button, Flex } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import { Confirm, useDo, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Coupon } from '../../coupon-types';

/** What can be done with a coupon in its state, as far as the reader may. */
export function CouponActions({ coupon, onDone }: { coupon: Coupon; onDone: () => void }) {
  const say = useSay('sales');
  const may = useMay();
  const act = useDo(onDone);
  const ask = useAsk();
  const { documentId, code, state } = coupon;
  const verb = state === 'active' ? 'close' : 'reopen';

  const move = (): Promise<boolean> =>
    act(() => ask(`POST /sales/coupons/:id/${verb}`, { id: documentId }), say(`coupon.${verb}_done`));

  return (
    <Flex gap={2} wrap="wrap">
      {may('plugin::sales.coupon.close') && (
        <Confirm
          label={say(`coupon.${verb}`)}
          title={say(`coupon.${verb}_title`, { code })}
          variant="secondary"
          onConfirm={move}
        >
          {say(`coupon.${verb}_text`)}
        </Confirm>
      )}
      {may('plugin::sales.coupon.edit') && (
        <Button tag={NavLink} to="edit" startIcon={<Pencil />}>
          {say('coupon.edit')}
        </Button>
      )}
    </Flex>
  );
}
