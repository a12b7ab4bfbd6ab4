import {
  daysBetween,
  formatDate,
  formatMoney,
  type CivilDate,
  type Language,
} from '@sanya/strapi-plugin-platform/kernel';

/** What a customer has no right to any more, in the language of the mail. */
export interface LostRights {
  /** What was left, each with its number. */
  rights: readonly string[];
  /** Which service was promised; empty: none that has a name. */
  serviceLevel: string;
}

/** What mails about a renewal know. */
export interface RenewalTold {
  customer: string;
  company: string;
  number: string;
  serviceId: string;
  lines: readonly string[];
  endsOn: CivilDate;
  today: CivilDate;
  /** The term that follows; null where nothing was offered yet. */
  next: { startsOn: CivilDate; endsOn: CivilDate; price: bigint } | null;
  currency: string;
  /** Asked for in advance; empty: none. */
  invoice: string;
  payUntil: CivilDate | null;
  /** The day on which it goes on by itself. */
  renewsItselfOn: CivilDate | null;
  /** What it had a right to until it was over; null where it is not. */
  lost: LostRights | null;
  /** Where the customer renews; empty where there is no storefront. */
  link: string;
}

/** Plain data for the templates, dates and amounts as the reader writes them. */
export function renewalMailData(told: RenewalTold, language: Language): Record<string, unknown> {
  const { next, currency } = told;
  const day = (date: CivilDate | null): string => (date === null ? '' : formatDate(date, language));
  return {
    ...{ customer: told.customer, company: told.company, number: told.number, serviceId: told.serviceId },
    ...{ lines: [...told.lines], currency, invoice: told.invoice, link: told.link },
    ...{ rights: [...(told.lost?.rights ?? [])], serviceLevel: told.lost?.serviceLevel ?? '' },
    endsOn: day(told.endsOn),
    daysLeft: Math.max(0, daysBetween(told.today, told.endsOn)),
    nextFrom: day(next?.startsOn ?? null),
    nextTo: day(next?.endsOn ?? null),
    price: next ? formatMoney(next.price, currency) : '',
    payUntil: day(told.payUntil),
    renewsItselfOn: day(told.renewsItselfOn),
  };
}
