import type { ReactNode } from 'react';
import { Flex } from '@strapi/design-system';
import { LeaveGuard, PageFrame, Problems, useSay } from '@sanya/strapi-plugin-platform/ui';
import { CouponPart } from './coupon-part';
import { CustomerPart } from './customer-part';
import { LinesPart } from './lines-part';
import { TotalPart } from './total-part';
import type { Customer } from './types';
import type { BasketFormState } from './use-basket-form';

export interface BasketFormProps {
  title: string;
  subtitle: string;
  back: { to: string; label: string };
  form: BasketFormState;
  unsaved: boolean;
  /** Of the button that sends it. */
  label: string;
  busy: boolean;
  /** Absent: whose it is stays. */
  onChoose?: (customer: Customer | undefined) => void;
  onDone: () => void;
  /** What is asked besides, below the lines. */
  children: ReactNode;
}

/** The page on which an order or a quote is written. */
export function BasketForm({ form, children, onChoose, unsaved, label, busy, onDone, ...frame }: BasketFormProps) {
  const say = useSay('sales');
  const { customer, lines, codes, preview, missing, add, change, remove, setCodes } = form;
  const { problem, basket } = preview;
  const errorAt = (field: string): string | undefined => (problem?.field === field ? problem.message : undefined);
  return (
    <PageFrame {...frame}>
      <LeaveGuard unsaved={unsaved} />
      <Problems.Provider value={problem}>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
          <CustomerPart customer={customer} error={errorAt('customer')} onChoose={onChoose} />
          <LinesPart
            lines={lines}
            basket={basket}
            error={errorAt('lines')}
            onAdd={add}
            onChange={change}
            onRemove={remove}
          />
          {children}
          <CouponPart codes={codes} basket={basket} onChange={setCodes} />
          <TotalPart
            preview={preview}
            label={label}
            hindrance={missing && say(`new.needs_${missing}`)}
            busy={busy}
            onDone={onDone}
          />
        </Flex>
      </Problems.Provider>
    </PageFrame>
  );
}
