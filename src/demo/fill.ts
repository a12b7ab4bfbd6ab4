import type { Core } from '@strapi/strapi';
import { products } from './catalogue';
import { contractTerms } from './catalogue/contract-terms';
import { furnishCompany } from './company';
import { type Actor, type CustomerDraft, facesOf } from './faces';
import { hireStaff, MEMBERS, signUp } from './logins';
import { customerDrafts } from './people';
import { createRandom } from './random';
import { planStories } from './story/plots';
import type { DemoCustomer, Scene } from './story/scene';
import { sure } from './sure';
import { createTimeline, firstInstant } from './timeline';

const SEED = 2569;
const DAYS = 91;
/** Persons and organisations who registered at the storefront. */
const MEMBERS_OF_EACH = 5;

/** Whether somebody's business is on this database already: then the demo stays away. */
export const isInUse = async (strapi: Core.Strapi): Promise<boolean> =>
  (await strapi.db.query('plugin::crm.customer').count()) > 0;

/** Months from that of the first instant to the one before last, `2026-01`. */
function monthsBefore(first: string, now: string): string[] {
  const numberOf = (instant: string): number => Number(instant.slice(0, 4)) * 12 + Number(instant.slice(5, 7)) - 1;
  const from = numberOf(first);
  return Array.from({ length: Math.max(0, numberOf(now) - 1 - from) }, (_, index) => {
    const month = from + index;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

/** Sets the clock back to where the story begins; on an empty database nothing has a date yet. */
async function startClock(strapi: Core.Strapi, instant: string): Promise<void> {
  await strapi.store({ type: 'plugin', name: 'platform' }).set({ key: 'clock', value: instant });
  await (strapi.plugin('platform').service('core') as { clock: { refresh(): Promise<void> } }).clock.refresh();
}

interface Joining {
  draft: CustomerDraft;
  login: number | null;
}

/** The first of each kind are members; those have a log-in. */
async function joinMembers(strapi: Core.Strapi, drafts: readonly CustomerDraft[]): Promise<Joining[]> {
  const seen = { person: 0, other: 0 };
  const joining: Joining[] = [];
  for (const draft of drafts) {
    const kind = draft.kind === 'person' ? 'person' : 'other';
    const place = seen[kind];
    const eligible = !draft.creditTermsDays && place < MEMBERS_OF_EACH;
    if (!eligible) {
      joining.push({ draft, login: null });
      continue;
    }
    seen[kind] += 1;
    const email = place === 0 ? MEMBERS[kind === 'person' ? 0 : 1] : sure(draft.email, 'a mail address');
    const login = await signUp(strapi, email);
    const [contact, ...others] = draft.contacts ?? [];
    const first = sure(contact, 'a contact');
    joining.push({ login, draft: { ...draft, email, contacts: [{ ...first, email, user: login }, ...others] } });
  }
  return joining;
}

/**
 * Fills an empty database with three months of a service company in Chiang Mai, through the same use cases that staff
 * and members use, day by day on the test clock. The same day gives the same data.
 */
export async function fillDemo(strapi: Core.Strapi): Promise<void> {
  if (process.env.SANYA_TEST_CLOCK !== 'true')
    throw new Error('The demo is filled on the test clock: set SANYA_TEST_CLOCK=true');
  if (await isInUse(strapi))
    throw new Error('There are customers on this database: the demo is filled on an empty one only');
  const faces = facesOf(strapi);
  const random = createRandom(SEED);
  const now = faces.clock.now();
  await startClock(strapi, firstInstant(now, DAYS));
  await furnishCompany(strapi);
  const staff = await hireStaff(strapi);

  const office = staff['sanya-owner'];
  const made = await faces.as(office, () => faces.catalogue.createProducts(products));
  const sold: Scene['products'] = new Map(
    products.map(({ sku, prices }, index) => [
      sku,
      {
        documentId: sure(made[index], 'a product').documentId,
        prices: Object.fromEntries(
          prices.map(({ per = 'one_time' }, place) => [per, sure(made[index]?.prices[place], 'a price').documentId]),
        ),
      },
    ]),
  );

  for (const [sku, terms] of Object.entries(contractTerms)) {
    const { documentId } = sure(sold.get(sku), 'a product');
    await faces.as(office, () => faces.does('contracts', 'setContractTerms', terms, documentId));
  }

  const joining = await joinMembers(strapi, customerDrafts(random));
  const owners = [staff['sanya-sales'], staff['sanya-sales-lead']].map((actor) => actor.userId);
  const created = await faces.as(office, () =>
    faces.customers.createCustomers(
      joining.map(({ draft }, index) => ({ ...draft, owner: owners[index % 3 === 0 ? 1 : 0] })),
    ),
  );
  const customers = created.map(({ id, documentId }, index): DemoCustomer => {
    const { draft, login } = sure(joining[index], 'a customer');
    const member: Actor | null =
      login === null
        ? null
        : {
            kind: 'member',
            key: `member:${login}`,
            userId: login,
            name: draft.name,
            language: draft.language,
            customer: { id, documentId },
          };
    return { id, documentId, draft, member, onTerms: (draft.creditTermsDays ?? 0) > 0 };
  });

  let references = 20_000_000;
  const timeline = createTimeline({ now, days: DAYS, runUntil: faces.runUntil });
  const scene: Scene = {
    faces,
    random,
    timeline,
    staff,
    customers,
    products: sold,
    owed: new Map(),
    reference: () => String((references += random.whole(3, 997))),
  };
  planStories(scene);
  await timeline.run();
  // All but the last two months have gone to the Revenue Department.
  await faces.as(office, () => faces.taxPapers.closeMonths(monthsBefore(firstInstant(now, DAYS), now)));
}
