import type { Core } from '@strapi/strapi';
import { type Actor, type CustomerDraft, type Faces, facesOf } from './faces';
import { isInUse } from './fill';
import { trialCompanyId } from './identity';
import { addressFrom } from './people';
import { createRandom, type Random } from './random';

/** As many as one transaction takes: memory does not grow with what was asked for. */
const CHUNK = 500;
const DAY = 86_400_000;
const SEEDER: Actor = { kind: 'system', key: 'system:trial-data' };
const CUSTOMER = 'plugin::crm.customer';

const marks = (strapi: Core.Strapi) => strapi.store({ type: 'plugin', name: 'platform' });
const seededBefore = async (strapi: Core.Strapi): Promise<number> =>
  Number((await marks(strapi).get({ key: 'trial-customers' })) ?? 0);

/** Only a database that nobody works on: an empty one, the demo’s, or one that has such data already. */
export const mayTakeTrialData = async (strapi: Core.Strapi): Promise<boolean> =>
  !(await isInUse(strapi)) ||
  (await marks(strapi).get({ key: 'demo' })) === 'filled' ||
  (await seededBefore(strapi)) > 0;

/** Persons and companies by turns, each with what a tax invoice needs. */
function customer(number: number, random: Random): CustomerDraft {
  const name = String(number).padStart(6, '0');
  const shared = {
    email: `trial${number}@example.com`,
    phone: `08${random.whole(10_000_000, 99_999_999)}`,
    billingAddress: addressFrom(random),
  };
  return number % 2 === 0
    ? { ...shared, kind: 'person', name: `ลูกค้าทดลอง ${name}` }
    : {
        ...{ ...shared, kind: 'organisation', name: `บริษัท ทดลอง ${name} จำกัด` },
        ...{ taxId: trialCompanyId(number), creditTermsDays: number % 3 === 0 ? 30 : 0 },
      };
}

const SERVICES = [
  ['ดูแลเว็บไซต์', 150_000n],
  ['โฮสติ้ง', 45_000n],
  ['บำรุงรักษาเครื่องปรับอากาศ', 80_000n],
  ['ดูแลกล้องวงจรปิด', 120_000n],
] as const;

function line(random: Random): object {
  const [description, unitPrice] = random.pick(SERVICES);
  return {
    ...{ product: null, installedItem: null, orderLine: null, invoicePosition: null },
    ...{ description, details: null, kind: 'service', unit: 'เดือน', quantity: BigInt(random.whole(1, 3)) * 1000n },
    ...{ unitPrice, discount: 0n, taxCategory: 'standard', incomeKind: 'service' },
    ...{ cycleUnit: 'month', cycleCount: 1, billedIn: 'advance', alignment: 'anniversary', leadDays: 0 },
    ...{ whileSuspended: 'keep', minimumMonths: null, feeKind: 'none', feeValue: 0n },
  };
}

/** A contract that began within four weeks: its first month is the next run’s to bill. */
const contract = (customerId: number, today: string, random: Random): object => ({
  ...{ customer: customerId, order: null, invoice: null, firstPeriodBilled: false, activation: 'date' },
  agreedStart: new Date(Date.parse(today) - random.whole(0, 27) * DAY).toISOString().slice(0, 10),
  ...{ termMonths: random.percent(50) ? 12 : null, noticeDays: 30, currency: 'THB', pricesIncludeTax: false },
  ...{ billedTogether: random.percent(30), poNumber: null, note: null, draft: false },
  lines: Array.from({ length: random.whole(1, 3) }, () => line(random)),
});

/** The newest customers there are. */
const newest = (rows: Faces['rows'], most: number): Promise<{ id: number }[]> =>
  rows.find(
    CUSTOMER,
    (query, column) => void query.where(column('state'), 'active').orderBy(column('id'), 'desc').limit(most),
    { fields: [] },
  );

export interface TrialData {
  customers: number;
  contracts: number;
  /** Told after each chunk. */
  progress(what: 'customers' | 'contracts', done: number, of: number): void;
}

/**
 * Bulk data for trials: customers, and contracts that have begun, in chunks through the use cases that the office uses.
 * Asked for again it adds as many more.
 */
export async function seedTrialData(strapi: Core.Strapi, { customers, contracts, progress }: TrialData): Promise<void> {
  if (!(await mayTakeTrialData(strapi))) throw new Error('This database has customers of a business');
  const faces = facesOf(strapi);
  const before = await seededBefore(strapi);
  const random = createRandom(before + 1);
  for (let done = 0; done < customers; ) {
    const many = Math.min(CHUNK, customers - done);
    const drafts = Array.from({ length: many }, (_, place) => customer(before + done + place + 1, random));
    // First: should it end in between, the database is known as one for trials, and no number is taken twice.
    await marks(strapi).set({ key: 'trial-customers', value: before + done + many });
    await faces.as(SEEDER, () => faces.customers.createCustomers(drafts));
    progress('customers', (done += many), customers);
  }
  if (contracts === 0) return;
  const theirs = await newest(faces.rows, contracts);
  const today = faces.clock.today();
  for (let done = 0; done < contracts; ) {
    const wishes = Array.from({ length: Math.min(CHUNK, contracts - done) }, (_, place) =>
      contract(theirs[(done + place) % theirs.length]?.id ?? 0, today, random),
    );
    await faces.as(SEEDER, () => faces.contracts.make(wishes));
    progress('contracts', (done += wishes.length), contracts);
  }
}
