import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { companyMember, customerOf } from '../billing/support';
import { openShop, type Shop } from './shop';

export interface StoreRoom {
  app: App;
  shop: Shop;
  /** May everything. */
  owner: Staff;
  /** The storekeeper. */
  store: Staff;
  /** A company that pays within thirty days, by its member. */
  company: Member;
  customer: { id: number; documentId: string };
}

/** A site with goods in store, and a company that has them on credit. */
export async function openStoreRoom(
  stock = 100_000n,
  head: 'super-admin' | 'owner' = 'super-admin',
  env: Parameters<typeof bootApp>[0] = {},
): Promise<StoreRoom> {
  const app = await bootApp(env);
  const shop = await openShop(app, stock);
  const [owner, store] = [await app.staff(head), await app.staff('storekeeper')];
  const company = await companyMember(app);
  const customer = await customerOf(app, company);
  await owner.post(`/crm/customers/${customer.documentId}/credit`, { creditTermsDays: 30 });
  return { app, shop, owner, store, company, customer };
}

export interface Answer {
  status: number;
  body: { error?: { message: string; details: { code: string; field?: string } } };
}

export const refusal = ({ status, body }: Answer) => [status, body.error?.details.code, body.error?.details.field];

/** What a door answers that must not refuse. */
export async function asked<Data = Record<string, never> & { documentId: string; state: string }>(
  request: Promise<Answer>,
  status = 200,
): Promise<Data> {
  const answer = await request;
  if (answer.status !== status) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return (answer.body as unknown as { data: Data }).data;
}
