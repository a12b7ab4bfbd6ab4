import { useState } from 'react';
import { type Sent, useSay, useSent } from '@sanya/strapi-plugin-platform/ui';
import { BasketForm } from '../orders/new-order/basket-form';
import { wishOf } from '../orders/new-order/types';
import { type BasketBefore, type BasketFormState, useBasketForm } from '../orders/new-order/use-basket-form';
import { type QuoteTerms, termsBody } from './quote-values';
import { TermsPart } from './terms-part';

export interface QuoteBefore extends BasketBefore {
  terms: QuoteTerms;
}

export interface QuoteFormProps {
  title: string;
  before: QuoteBefore;
  /** Whose it is stays. */
  fixed?: boolean;
  from: { to: string; label: string };
  /** Sends it; answers where to go and what to say, throws what was refused. */
  save: (customer: string, body: QuoteBody) => Promise<Sent>;
}

const bodyOf = ({ lines, coupons }: BasketFormState, terms: QuoteTerms) => ({
  lines: lines.map(wishOf),
  coupons,
  ...termsBody(terms),
});

export type QuoteBody = ReturnType<typeof bodyOf>;

/** One form for a new quote and for a draft: who, what, at which price, on which terms. */
export function QuoteForm({ title, before, fixed = false, from, save }: QuoteFormProps) {
  const say = useSay('sales');
  const sayHouse = useSay('platform');
  const form = useBasketForm(before);
  const { customer, lines, codes } = form;
  const [terms, setTerms] = useState(before.terms);
  const [saved, setSaved] = useSent({ replace: true });
  const touched =
    JSON.stringify([lines, codes, terms]) !== JSON.stringify([before.lines, before.coupons, before.terms]);

  const store = (): Promise<boolean> =>
    form.submit(async () => setSaved(await save(customer?.documentId ?? '', bodyOf(form, terms))));
  return (
    <BasketForm
      title={title}
      subtitle={say('quote.form_subtitle')}
      back={from}
      form={form}
      unsaved={!saved && touched}
      label={sayHouse('ui.save')}
      busy={form.busy || saved !== undefined}
      onChoose={
        fixed
          ? undefined
          : (chosen) => {
              form.choose(chosen);
              setTerms((all) => ({ ...all, contact: '' }));
            }
      }
      onDone={() => void store()}
    >
      <TermsPart
        customer={customer?.documentId}
        terms={terms}
        onChange={(part) => {
          setTerms((all) => ({ ...all, ...part }));
          form.forgive();
        }}
      />
    </BasketForm>
  );
}
