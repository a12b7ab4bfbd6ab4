import { useEffect, useState } from 'react';
import { Flex } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';
import { LeaveGuard, PageFrame, Problems, useSay, useSubmit } from '@sanya/strapi-plugin-platform/ui';
import { codesOf, CouponPart } from '../orders/new-order/coupon-part';
import { CustomerPart } from '../orders/new-order/customer-part';
import { LinesPart } from '../orders/new-order/lines-part';
import { TotalPart } from '../orders/new-order/total-part';
import { type Customer, missingOf, type TypedLine, wishOf } from '../orders/new-order/types';
import { useBasket } from '../orders/new-order/use-basket';
import { useLines } from '../orders/new-order/use-lines';
import { type QuoteTerms, termsBody } from './quote-values';
import { TermsPart } from './terms-part';

export interface QuoteBefore {
  customer?: Customer;
  lines: TypedLine[];
  coupons: string;
  terms: QuoteTerms;
}

export interface QuoteFormProps {
  title: string;
  before: QuoteBefore;
  /** Whose it is stays. */
  fixed?: boolean;
  from: { to: string; label: string };
  /** Sends it; answers where to go and what to say, throws what was refused. */
  save: (customer: string, body: object) => Promise<{ to: string; message: string }>;
}

/** One form for a new quote and for a draft: who, what, at which price, on which terms. */
export function QuoteForm({ title, before, fixed = false, from, save }: QuoteFormProps) {
  const say = useSay('sales');
  const sayHouse = useSay('platform');
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const { busy, refused, refuse, submit } = useSubmit();
  const [customer, setCustomer] = useState(before.customer);
  const { lines, add, change, remove } = useLines(before.lines, () => refuse(undefined));
  const [coupon, setCoupon] = useState(before.coupons);
  const [terms, setTerms] = useState(before.terms);
  const [saved, setSaved] = useState<{ to: string; message: string }>();
  const coupons = codesOf(coupon);
  const waits = lines.map(missingOf).find(Boolean);
  const preview = useBasket(waits ? [] : lines, { customer: customer?.documentId, coupons });
  const problem = refused ?? preview.problem;
  const touched =
    JSON.stringify([lines, coupon, terms]) !== JSON.stringify([before.lines, before.coupons, before.terms]);

  useEffect(() => {
    if (!saved) return;
    toggleNotification({ type: 'success', message: saved.message });
    navigate(saved.to, { replace: true });
  }, [saved, navigate, toggleNotification]);

  const missing = !customer ? 'customer' : lines.length === 0 ? 'lines' : waits;
  const store = (): Promise<boolean> =>
    submit(async () =>
      setSaved(await save(customer?.documentId ?? '', { lines: lines.map(wishOf), coupons, ...termsBody(terms) })),
    );
  return (
    <PageFrame title={title} subtitle={say('quote.form_subtitle')} back={from}>
      <LeaveGuard unsaved={!saved && touched} />
      <Problems.Provider value={problem}>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
          <CustomerPart
            customer={customer}
            error={problem?.field === 'customer' ? problem.message : undefined}
            onChoose={
              fixed
                ? undefined
                : (chosen) => {
                    setCustomer(chosen);
                    setTerms((all) => ({ ...all, contact: '' }));
                    refuse(undefined);
                  }
            }
          />
          <LinesPart
            lines={lines}
            basket={preview.basket}
            error={problem?.field === 'lines' ? problem.message : undefined}
            onAdd={add}
            onChange={change}
            onRemove={remove}
          />
          <TermsPart
            customer={customer?.documentId}
            terms={terms}
            onChange={(part) => {
              setTerms((all) => ({ ...all, ...part }));
              refuse(undefined);
            }}
          />
          <CouponPart
            codes={coupon}
            basket={preview.basket}
            onChange={(codes) => {
              setCoupon(codes);
              refuse(undefined);
            }}
          />
          <TotalPart
            preview={{ ...preview, problem }}
            label={sayHouse('ui.save')}
            hindrance={missing && say(`new.needs_${missing}`)}
            busy={busy || saved !== undefined}
            onDone={() => void store()}
          />
        </Flex>
      </Problems.Provider>
    </PageFrame>
  );
}
