import type { App, Staff } from './app';

export interface SimulatedEvent {
  name: string;
  title: string;
  at: string;
  date: string;
  amount: string | null;
  after: Record<string, unknown> | null;
  customer: { documentId: string; name: string } | null;
}

export interface Simulated {
  events: SimulatedEvent[];
  more: boolean;
  counts: { name: string; count: number }[];
  figures: { name: string; title: string; months: { month: string; amount: string }[] }[];
}

interface Happened {
  name: string;
  at: string;
  customer: string | null;
  after: unknown;
}

/** Ids of rows are the database's own affair. */
const factsOf = (after: unknown): unknown =>
  JSON.parse(
    JSON.stringify(after ?? null, (key, value: unknown) =>
      /^id$|documentId/i.test(key) ? '' : typeof value === 'bigint' ? String(value) : value,
    ),
  );

/** With as many of its events as are told, unless fewer are asked for. */
export async function simulate(staff: Staff, body: object): Promise<Simulated> {
  const answer = await staff.post('/platform/simulations', { most: 10_000, ...body });
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.data;
}

export const simulatedEvents = ({ events }: Pick<Simulated, 'events'>): Happened[] =>
  events.map(({ name, at, customer, after }) => ({
    ...{ name, at, customer: customer?.documentId ?? null },
    after: factsOf(after),
  }));

export async function lastEvent(app: App): Promise<number> {
  const [last] = await app.platform.events.find(app.platform.caller(), { limit: 1 });
  return last?.id ?? 0;
}

/** What has really happened since an event, in its order and in the words of whoever asks for a simulation. */
export async function livedEvents(app: App, since: number): Promise<Happened[]> {
  const customers = await app.strapi.db
    .query('plugin::crm.customer')
    .findMany({ select: ['id', 'documentId'], limit: 10_000 });
  const documentOf = new Map(customers.map(({ id, documentId }) => [Number(id), documentId as string]));
  const events = await app.platform.events.find(app.platform.caller(), { limit: 100_000 });
  return events
    .filter(({ id }) => id > since)
    .sort((a, b) => a.id - b.id)
    .map(({ name, at, customerId, after }) => ({
      ...{ name, at, customer: customerId === null ? null : (documentOf.get(customerId) ?? null) },
      after: app.platform.messages.tell('th', factsOf(after)),
    }));
}
