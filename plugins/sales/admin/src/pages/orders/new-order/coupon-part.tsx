import { Facts, FieldRow, Money, Panel, TextField, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { Basket } from './types';

interface CouponPartProps {
  /** As it is typed: codes with commas between them. */
  codes: string;
  basket: Basket | undefined;
  onChange: (codes: string) => void;
}

/** The codes of a text, as the doors take them. */
export const codesOf = (typed: string): string[] =>
  typed
    .split(',')
    .map((code) => code.trim())
    .filter((code) => code !== '');

/** The coupons a customer names, and what each takes off. */
export function CouponPart({ codes, basket, onChange }: CouponPartProps) {
  const say = useSay('sales');
  const taken = basket?.coupons ?? [];
  return (
    <Panel title={say('field.coupon')}>
      <FieldRow>
        <TextField
          name="coupons"
          label={say('coupon.enter')}
          hint={say('coupon.enter_hint')}
          value={codes}
          onChange={onChange}
        />
        <Facts
          columns={1}
          facts={taken.map(({ code, name, amount }) => [
            `${code} · ${name}`,
            <Money key={code} amount={amount} currency={basket?.currency} />,
          ])}
        />
      </FieldRow>
    </Panel>
  );
}
