import {
  addDays,
  badInput,
  type CivilDate,
  compareDates,
  conflict,
  type Language,
  move,
  notFound,
  type Refusal,
} from '@sanya/strapi-plugin-platform/kernel';
import type { Amounts } from './basket';
import type { LineFacts } from './line-facts';
import type { ChosenOption } from './options';
import type { OrderCoupon } from './order';
import type { LineWish } from './price-lines';
import { quoteMachine, type QuoteState } from './quote-machine';
import type { LineDerivation } from './sale';

export type QuoteDoor = 'storefront' | 'staff';

/** A wish as it is kept in JSON: amounts as text. */
export type KeptWish = Omit<LineWish, 'unitPrice' | 'discount'> & { unitPrice?: string; discount?: string };

/** What was asked to be quoted, from which its lines are priced. */
export interface QuoteWishes {
  lines: readonly KeptWish[];
  coupons: readonly string[];
}

/** A quote as stored; money in minor units. */
export interface QuoteFacts extends Amounts {
  /** Taken when the first version is sent; all versions have it. */
  number: string | null;
  version: number;
  state: QuoteState;
  /** Row ids. */
  customer: number;
  contact: number | null;
  order: number | null;
  /** Id of the member of staff who looks after it. */
  salesPerson: number | null;
  language: Language;
  currency: string;
  pricesIncludeTax: boolean;
  discount: bigint;
  coupons: readonly OrderCoupon[] | null;
  wishes: QuoteWishes;
  /** The day on which a member asked for it. */
  requestedOn: CivilDate | null;
  /** Row id of what was sent through the web site, where it comes from there. */
  submission: number | null;
  /** What was asked for in words. */
  requestNote: string | null;
  /** Null: as many days from its sending as the settings say. */
  validUntil: CivilDate | null;
  /** Null: as the settings say when it is sent. */
  terms: string | null;
  deliveryTime: string | null;
  note: string | null;
  internalNote: string | null;
  poNumber: string | null;
  /** Both parties as they were when it was sent. */
  seller: unknown;
  buyer: unknown;
  sentAt: string | null;
  acceptedAt: string | null;
  /** Who accepted or declined, by name, and at which door. */
  answeredBy: string | null;
  answeredVia: QuoteDoor | null;
  declinedAt: string | null;
  declineReason: string | null;
  supersededAt: string | null;
}

/** A line as stored: all that an order and its invoice need, so that nothing is priced twice. */
export interface QuoteLineFacts extends Amounts, LineFacts {
  quote: number;
  /** It belongs to a version that was sent. */
  sent: boolean;
  asked: number;
  product: number | null;
  price: number | null;
  position: number;
  options: readonly ChosenOption[] | null;
  derivation: LineDerivation;
}

/** What a quote is called: its number, and from the second version on that too. */
export const quoteName = ({ number, version }: Pick<QuoteFacts, 'number' | 'version'>): string =>
  number === null ? '' : version === 1 ? number : `${number}-v${version}`;

/** Until the end of its last day a quote can be accepted. */
export const isExpired = (quote: Pick<QuoteFacts, 'state' | 'validUntil'>, today: CivilDate): boolean =>
  quote.state === 'sent' && quote.validUntil !== null && compareDates(quote.validUntil, today) < 0;

/** What was never shown to the customer is not there for them; what they asked for is theirs from the beginning. */
export const isHidden = (quote: Pick<QuoteFacts, 'sentAt' | 'requestedOn'>): boolean =>
  quote.sentAt === null && quote.requestedOn === null;

export const keepWishes = (lines: readonly LineWish[], coupons: readonly string[]): QuoteWishes => ({
  lines: lines.map(({ unitPrice, discount, ...wish }) => ({
    ...wish,
    ...(unitPrice === undefined ? {} : { unitPrice: unitPrice.toString() }),
    ...(discount === undefined ? {} : { discount: discount.toString() }),
  })),
  coupons,
});

export const readWishes = ({ lines }: QuoteWishes): LineWish[] =>
  lines.map(({ unitPrice, discount, ...wish }) => ({
    ...wish,
    ...(unitPrice === undefined ? {} : { unitPrice: BigInt(unitPrice) }),
    ...(discount === undefined ? {} : { discount: BigInt(discount) }),
  }));

/** A draft alone is changed; what was sent gets a new version. */
export function checkDraft(quote: Pick<QuoteFacts, 'number' | 'version' | 'state'>): void {
  if (quote.state !== 'draft') throw conflict('quote.sent_already', { params: { quote: quoteName(quote) } });
}

export interface SendTerms {
  today: CivilDate;
  /** Of the settings. */
  validDays: number;
  terms: string | null;
}

type Sendable = Pick<QuoteFacts, 'state' | 'number' | 'version' | 'validUntil' | 'terms' | 'wishes'>;

/** What becomes of a draft that is sent. Refuses one that offers nothing, or something without a price, or is over. */
export function planSending(
  quote: Sendable,
  lines: readonly Pick<QuoteLineFacts, 'asked' | 'product' | 'price' | 'description'>[],
  { today, validDays, terms }: SendTerms,
): Pick<QuoteFacts, 'state' | 'validUntil' | 'terms'> {
  const state = move(quoteMachine, quote.state, 'send');
  if (lines.length === 0) throw badInput('quote.no_lines', { field: 'lines' });
  const unpriced = lines.find(
    ({ product, price, asked }) =>
      product !== null && price === null && quote.wishes.lines[asked]?.unitPrice === undefined,
  );
  if (unpriced) {
    throw badInput('quote.unpriced', {
      field: `lines.${unpriced.asked}.unitPrice`,
      params: { line: unpriced.description },
    });
  }
  const validUntil = quote.validUntil ?? addDays(today, validDays);
  if (compareDates(validUntil, today) < 0) {
    throw badInput('quote.valid_until_past', { field: 'validUntil', params: { today } });
  }
  return { state, validUntil, terms: quote.terms ?? terms };
}

type Answered = Pick<QuoteFacts, 'number' | 'version' | 'state' | 'validUntil' | 'sentAt' | 'requestedOn'>;

const REFUSED: Partial<Record<QuoteState, string>> = {
  draft: 'quote.not_sent',
  accepted: 'quote.accepted_already',
  ordered: 'quote.accepted_already',
  declined: 'quote.declined_already',
  superseded: 'quote.superseded',
};

/** Why a quote cannot be answered now; undefined where it can. To a customer what was never shown is not there. */
function hindrance(quote: Answered, by: 'customer' | 'staff', today: CivilDate): Refusal | undefined {
  if (by === 'customer' && isHidden(quote)) return notFound('row.not_found', { field: 'id' });
  const params = { quote: quoteName(quote), date: quote.validUntil ?? '' };
  const code = REFUSED[quote.state] ?? (isExpired(quote, today) ? 'quote.expired' : undefined);
  return code === undefined ? undefined : conflict(code, { params });
}

/** A sent quote whose time is not over is accepted, by the customer or by staff on their behalf, and ordered at once. */
export function planAcceptance(quote: Answered, by: 'customer' | 'staff', today: CivilDate): QuoteState {
  const refusal = hindrance(quote, by, today);
  if (refusal) throw refusal;
  return move(quoteMachine, move(quoteMachine, quote.state, 'accept'), 'order');
}

/** What is declined must not have been answered; a request, or a quote whose time is over, may be given up as well. */
export function planDecline(quote: Answered, by: 'customer' | 'staff', today: CivilDate): QuoteState {
  const refusal = hindrance(quote, by, today);
  if (refusal && !['quote.not_sent', 'quote.expired'].includes(refusal.code)) throw refusal;
  return move(quoteMachine, quote.state, 'decline');
}

/**
 * What becomes of a version when a new one is made of it. Only the newest version has a successor; one that was declined
 * stays declined.
 */
export function planRevision(quote: Pick<QuoteFacts, 'number' | 'version' | 'state'>, newest: number): QuoteState {
  const params = { quote: quoteName(quote) };
  if (quote.state === 'draft') throw conflict('quote.still_draft', { params });
  if (quote.state === 'accepted' || quote.state === 'ordered') throw conflict('quote.accepted_already', { params });
  if (quote.number === null) throw conflict('quote.never_sent');
  if (newest > quote.version) throw conflict('quote.superseded', { params });
  return quote.state === 'declined' ? 'declined' : move(quoteMachine, quote.state, 'supersede');
}

/** The same prices may be another total when the rate of VAT changes: nobody accepts what was not shown. */
export function checkSameTax(
  quote: Pick<QuoteFacts, 'number' | 'version' | 'total'>,
  planned: Pick<Amounts, 'total'>,
): void {
  if (planned.total !== quote.total) throw conflict('quote.tax_changed', { params: { quote: quoteName(quote) } });
}
