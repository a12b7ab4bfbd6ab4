import type { Language } from '@sanya/strapi-plugin-platform/kernel';
import type { NewDelivery, Tools } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT, CUSTOMER, INVOICE } from '../../content-types/types';
import { type LostRights, renewalMailData, type RenewalTold } from '../../domain/renewal-mail';
import { renewsItselfOn } from '../../domain/renewal-notices';
import type { NextTerm } from '../../domain/next-term';
import { peopleStore } from '../../stores/people';
import { type Responsible, responsibleStaff } from '../../stores/staff';
import type { LockedRenewal } from './lock-renewals';

const COMPANY = 'plugin::platform.setting';

interface Company {
  companyName: string | null;
  companyNameEn: string | null;
  storefrontUrl: string | null;
}

interface Reached {
  email: string | null;
  owner: number | null;
}

/** A renewal that is to be told of. */
export interface Telling {
  one: LockedRenewal;
  /** The term that follows, where it is planned. */
  term: Pick<NextTerm, 'startsOn' | 'endsOn' | 'price'> | null;
  /** What is lost with it, as each reader is told; absent where it is not over. */
  lost?: (contract: number, language: Language) => LostRights;
}

type Reader = Pick<Responsible, 'id' | 'email' | 'language'>;
/** An address that is nobody's own. */
const NOBODY = 0;

export interface Teller {
  dataOf(telling: Telling, language: Language): Record<string, unknown>;
  emailOf(one: LockedRenewal): string | null;
  /** Whoever looks after the customer, and who has a part in the contract; else where staff are written to. */
  staffOf(one: LockedRenewal): Reader[];
  /** To the customer; nothing where there is no address. */
  customer(template: string, telling: Telling, key: string): NewDelivery[];
  /** To each of `staffOf`. */
  staff(template: string, telling: Telling, key: string): NewDelivery[];
}

const nextOf = ({ renewal }: LockedRenewal): Telling['term'] => {
  const { startsOn, endsOn, price } = renewal;
  return startsOn !== null && endsOn !== null && price !== null ? { startsOn, endsOn, price } : null;
};

/** Everything that mails about these renewals say, read with a constant number of statements. */
export async function renewalTeller(
  { platform, strapi }: Pick<Tools, 'platform' | 'strapi'>,
  list: readonly LockedRenewal[],
  mailTo: string | null,
): Promise<Teller> {
  const company = await platform.settings.read<Company>(COMPANY);
  const reached = new Map(
    (
      await platform.rows.byIds<Reached>(
        CUSTOMER,
        list.map(({ contract }) => contract.customer),
        { fields: ['email', 'owner'] },
      )
    ).map((row) => [row.id, row]),
  );
  const invoices = new Map(
    (
      await platform.rows.byIds<{ number: string | null; dueDate: string | null; state: string }>(
        INVOICE,
        list.flatMap(({ renewal }) => renewal.invoice ?? []),
        { fields: ['number', 'dueDate', 'state'] },
      )
    ).map((row) => [row.id, row]),
  );
  const people = await peopleStore(platform.rows).ofContracts(list.map(({ contract }) => contract.id));
  const staff = await responsibleStaff(strapi, [
    ...[...reached.values()].map(({ owner }) => owner),
    ...people.map(({ person }) => person),
  ]);
  const today = platform.clock.today();
  const site = company.storefrontUrl?.replace(/\/+$/, '') ?? '';

  const offerOf = ({ renewal }: LockedRenewal) => {
    const invoice = renewal.invoice === null ? undefined : invoices.get(renewal.invoice);
    return invoice?.state === 'open' ? invoice : undefined;
  };

  function told({ one, term, lost }: Telling, language: Language): RenewalTold {
    const { contract, customer, lines, renewal } = one;
    const invoice = offerOf(one);
    const waits = contract.autoRenew && ['open', 'noticed', 'offered'].includes(renewal.state);
    return {
      customer: customer.name,
      company: (language === 'en' && company.companyNameEn) || company.companyName || '',
      ...{ number: contract.number ?? '', serviceId: contract.serviceId ?? '', currency: contract.currency },
      lines: [...new Set(lines.map(({ description }) => description))],
      ...{ endsOn: renewal.termEndsOn, today, next: term ?? nextOf(one) },
      invoice: invoice?.number ?? '',
      payUntil: invoice?.dueDate ?? null,
      renewsItselfOn: waits ? renewsItselfOn({ endsOn: renewal.termEndsOn, noticeDays: contract.noticeDays }) : null,
      lost: lost?.(contract.id, language) ?? null,
      link: site === '' ? '' : `${site}/contracts/${contract.documentId}`,
    };
  }

  const about = ({ contract }: LockedRenewal) => ({
    about: { type: CONTRACT, documentId: contract.documentId, name: contract.number ?? '' },
  });
  const emailOf = ({ contract }: LockedRenewal): string | null => reached.get(contract.customer)?.email ?? null;
  const staffOf = ({ contract }: LockedRenewal): Reader[] => {
    const owner = reached.get(contract.customer)?.owner ?? null;
    const named = people.filter((one) => one.contract === contract.id).map(({ person }) => person);
    const found = [...new Set([...(owner === null ? [] : [owner]), ...named])].flatMap((id) => staff.get(id) ?? []);
    return found.length === 0 && mailTo ? [{ id: NOBODY, email: mailTo, language: 'th' }] : found;
  };
  const dataOf = (telling: Telling, language: Language): Record<string, unknown> =>
    renewalMailData(told(telling, language), language);
  return {
    dataOf,
    emailOf,
    staffOf,
    customer(template, telling, key) {
      const to = emailOf(telling.one);
      if (!to) return [];
      const { language } = telling.one.customer;
      const { invoice } = telling.one.renewal;
      return [
        {
          ...{ template, to, language, customer: telling.one.contract.customer, key },
          data: dataOf(telling, language),
          ...(invoice !== null && offerOf(telling.one) ? { documents: [{ kind: 'invoice', id: invoice }] } : {}),
          ...about(telling.one),
        },
      ];
    },
    staff(template, telling, key) {
      return staffOf(telling.one).map(({ id, email, language }) => ({
        ...{ template, to: email, language, key: `${key}:staff:${id}` },
        data: dataOf(telling, language),
        ...about(telling.one),
      }));
    },
  };
}
