import type { KeptWish } from '../../../../server/src/domain/quote';
import type { Quote } from '../../quote-types';
import { type ChosenOptions, NO_WORDS, type Product, type TypedLine } from '../orders/new-order/types';

/** As they are typed; empty is none. */
export interface QuoteTerms {
  /** Document id. */
  contact: string;
  validUntil: string;
  deliveryTime: string;
  terms: string;
  note: string;
  internalNote: string;
}

export const NO_TERMS: QuoteTerms = {
  ...{ contact: '', validUntil: '', deliveryTime: '', terms: '', note: '', internalNote: '' },
};

export const termsOf = (quote: Quote): QuoteTerms => ({
  ...{ validUntil: quote.validUntil ?? '', deliveryTime: quote.deliveryTime ?? '', terms: quote.terms ?? '' },
  ...{ contact: quote.contact?.documentId ?? '', note: quote.note ?? '', internalNote: quote.internalNote ?? '' },
});

/** The same as the door takes them. */
export const termsBody = (terms: QuoteTerms): Record<keyof QuoteTerms, string | null> => ({
  ...{
    contact: terms.contact || null,
    validUntil: terms.validUntil || null,
    deliveryTime: terms.deliveryTime.trim() || null,
  },
  ...{ terms: terms.terms.trim() || null, note: terms.note.trim() || null },
  internalNote: terms.internalNote.trim() || null,
});

const chosenOf = (options: KeptWish['options'] = []): ChosenOptions => {
  const chosen: Record<string, string[]> = {};
  for (const { group, choice } of options) (chosen[group] ??= []).push(choice);
  return chosen;
};

/** What was asked, as lines to be typed on; a product that is nowhere any more leaves its words. */
export const linesOf = (wishes: readonly KeptWish[], products: ReadonlyMap<string, Product>): TypedLine[] =>
  wishes.map((wish, index) => ({
    key: index + 1,
    product: products.get(wish.product ?? '') ?? null,
    free: {
      ...NO_WORDS,
      description: wish.description ?? '',
      unit: wish.unit ?? '',
      kind: wish.kind ?? NO_WORDS.kind,
      incomeKind: wish.incomeKind ?? '',
    },
    price: wish.price,
    options: chosenOf(wish.options),
    quantity: wish.quantity,
    unitPrice: wish.unitPrice ?? null,
    discount: wish.discount ?? null,
    details: wish.details ?? '',
  }));
