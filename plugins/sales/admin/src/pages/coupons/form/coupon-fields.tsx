import { Flex } from '@strapi/design-system';
import {
  AmountField,
  ChoiceField,
  FieldCell,
  Fields,
  Panel,
  PercentField,
  SwitchField,
  TextField,
  TypedDate,
  useSay,
  WholeField,
} from '@sanya/strapi-plugin-platform/ui';
import { COUPON_KINDS, type CouponKind, type Duration, DURATIONS } from '../../../../../server/src/domain/coupon';
import type { CouponValues } from '../../../coupon-values';

export interface CouponFieldsProps {
  values: CouponValues;
  /** Once it was used, its code and what it takes off stay. */
  used: number;
  change: (part: Partial<CouponValues>) => void;
}

const MOST = { slots: 1_000_000_000, periods: 600 };

/** What is told to customers, what it takes off and how often. */
export function CouponFields({ values, used, change }: CouponFieldsProps) {
  const say = useSay('sales');
  const promised = used > 0;
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Panel title={say('coupon.what')}>
        <Fields>
          <FieldCell width={4}>
            <TextField
              name="code"
              label={say('field.code')}
              hint={promised ? say('coupon.promised', { used }) : say('coupon.code_hint')}
              required
              disabled={promised}
              maxLength={40}
              value={values.code}
              onChange={(code) => change({ code })}
            />
          </FieldCell>
          <FieldCell width={4}>
            <TextField
              name="name"
              label={say('field.name')}
              required
              maxLength={200}
              value={values.name}
              onChange={(name) => change({ name })}
            />
          </FieldCell>
          <FieldCell width={4}>
            <TextField
              name="nameEn"
              label={say('field.name_en')}
              maxLength={200}
              value={values.nameEn}
              onChange={(nameEn) => change({ nameEn })}
            />
          </FieldCell>
          <FieldCell width={4}>
            <ChoiceField
              name="kind"
              label={say('coupon.takes')}
              disabled={promised}
              value={values.kind}
              choices={COUPON_KINDS.map((kind) => [kind, say(`coupon.kind.${kind}`)] as const)}
              onChange={(kind) => change({ kind: kind as CouponKind })}
            />
          </FieldCell>
          {values.kind === 'percent' ? (
            <>
              <FieldCell width={4}>
                <PercentField
                  name="ratePpm"
                  label={say('coupon.kind.percent')}
                  required
                  disabled={promised}
                  value={values.ratePpm}
                  onChange={(ratePpm) => change({ ratePpm })}
                  onClear={() => change({ ratePpm: null })}
                />
              </FieldCell>
              <FieldCell width={4}>
                <AmountField
                  name="cap"
                  label={say('field.cap')}
                  hint={say('coupon.cap_hint')}
                  disabled={promised}
                  value={values.cap}
                  onChange={(cap) => change({ cap })}
                  onClear={() => change({ cap: null })}
                />
              </FieldCell>
            </>
          ) : (
            <FieldCell width={4}>
              <AmountField
                name="amount"
                label={say('coupon.kind.amount')}
                required
                disabled={promised}
                value={values.amount}
                onChange={(amount) => change({ amount })}
                onClear={() => change({ amount: null })}
              />
            </FieldCell>
          )}
        </Fields>
      </Panel>
      <Panel title={say('coupon.when')}>
        <Fields>
          <FieldCell width={3}>
            <TypedDate
              name="validFrom"
              label={say('field.valid_from')}
              value={values.validFrom}
              onChange={(validFrom) => change({ validFrom })}
            />
          </FieldCell>
          <FieldCell width={3}>
            <TypedDate
              name="validTo"
              label={say('field.valid_to')}
              value={values.validTo}
              onChange={(validTo) => change({ validTo })}
            />
          </FieldCell>
          <FieldCell width={3}>
            <ChoiceField
              name="duration"
              label={say('field.duration')}
              hint={say('coupon.duration_hint')}
              disabled={promised}
              value={values.duration}
              choices={DURATIONS.map((one) => [one, say(`coupon.lasts.${one}`)] as const)}
              onChange={(duration) => change({ duration: duration as Duration })}
            />
          </FieldCell>
          {values.duration === 'periods' && (
            <FieldCell width={3}>
              <WholeField
                name="periods"
                label={say('field.periods')}
                required
                min={1}
                max={MOST.periods}
                disabled={promised}
                value={values.periods}
                onChange={(periods) => change({ periods })}
                onClear={() => change({ periods: null })}
              />
            </FieldCell>
          )}
          <FieldCell width={3}>
            <WholeField
              name="totalLimit"
              label={say('field.total_limit')}
              hint={say('coupon.no_limit')}
              min={1}
              max={MOST.slots}
              value={values.totalLimit}
              onChange={(totalLimit) => change({ totalLimit })}
              onClear={() => change({ totalLimit: null })}
            />
          </FieldCell>
          <FieldCell width={3}>
            <WholeField
              name="perCustomerLimit"
              label={say('field.per_customer_limit')}
              hint={say('coupon.no_limit')}
              min={1}
              max={MOST.slots}
              value={values.perCustomerLimit}
              onChange={(perCustomerLimit) => change({ perCustomerLimit })}
              onClear={() => change({ perCustomerLimit: null })}
            />
          </FieldCell>
          <FieldCell width={6}>
            <SwitchField
              name="stackable"
              label={say('field.stackable')}
              hint={say('coupon.stackable_hint')}
              value={values.stackable}
              onChange={(stackable) => change({ stackable })}
            />
          </FieldCell>
        </Fields>
      </Panel>
    </Flex>
  );
}
