/** @strapi own */
import fc from 'fast-check';
import { floodSeed as seed, scale } from '../../support/random';
import { customerOf, proofOf } from '../billing/support';
import { createAsk, inParallel } from './ask';
import { changedIn, createFingerprint } from './fingerprint';
import { type Asked, atContentManager, atDoor, atGraphql, atRegistration, type Ids, type Who } from './requests';
import { graphqlTypes, openWorld, routesOf, rowsOf, suiteTypes, type World } from './world';

const REQUESTS = 5_000;
/** A shop takes ten thousand requests before nothing more is accepted in it; each costs its process some memory for good. */
const ROUNDS = Math.max(1, Math.ceil(scale() / 2));
const SIZE = Math.round((REQUESTS * scale()) / ROUNDS);
const AT_ONCE = 16;

/** A shop that nobody has used up yet, and whoever asks there. */
interface Scene {
  world: World;
  ids: Ids;
  tokens: Record<Who, string | undefined>;
  client: ReturnType<typeof createAsk>;
}

async function openScene(): Promise<Scene> {
  const world = await openWorld();
  // A flood is what this test is: limits would hide the doors behind them.
  for (const { actions = [] } of world.registry.all()) {
    for (const { storefront } of actions) delete storefront?.limitPerMinute;
  }
  world.app.strapi.config.set('plugin::users-permissions.ratelimit', { enabled: false });
  const staff = async (role: 'owner' | 'billing' | 'sales' | 'storekeeper' | 'technician') =>
    (await world.app.staff(role)).token;
  const tokens = {
    visitor: undefined,
    member: world.other.token,
    super: world.owner.token,
    owner: await staff('owner'),
    billing: await staff('billing'),
    sales: await staff('sales'),
    storekeeper: await staff('storekeeper'),
    technician: await staff('technician'),
  };
  const found = new Map<string, string[]>();
  for (const member of [world.rich, world.other]) {
    for (const [uid, rows] of await rowsOf(world, (await customerOf(world.app, member)).id)) {
      found.set(uid, [...(found.get(uid) ?? []), ...rows.slice(0, 4).map((row) => row.documentId)]);
    }
  }
  for (const uid of suiteTypes(world)) {
    if (found.has(uid)) continue;
    const rows = await world.app.strapi.db.query(uid as never).findMany({ limit: 4 });
    found.set(
      uid,
      rows.map((row: { documentId: string }) => row.documentId),
    );
  }
  const ids: Ids = { of: (uid) => found.get(uid ?? '') ?? [], all: [...new Set([...found.values()].flat())] };
  return { world, ids, tokens, client: createAsk(world.base, AT_ONCE) };
}

async function closeScene({ client, world }: Scene): Promise<void> {
  client.close();
  await world.app.close();
}

interface Judged {
  accepted: boolean;
  problem?: string;
}

interface Shape {
  error?: { status?: unknown; name?: unknown; message?: unknown; details?: { code?: unknown } | null } | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

const show = ({ who, method, url, body = '' }: Asked): string =>
  `${who} ${method} ${url.slice(0, 600)} ${body.slice(0, 300)}${body.length > 300 ? ` … ${body.slice(-600)}` : ''}`;

/** What is wrong with the answer itself, whatever it says. */
function judge(asked: Asked, { status, type, text }: { status: number; type: string; text: string }): Judged {
  const told = `${status} to ${show(asked)}: ${text.slice(0, 1500)}`;
  if (status >= 500 || status === 429) return { accepted: false, problem: told };
  const { error, errors = [] } = (type.includes('json') && text ? JSON.parse(text) : {}) as Shape;
  if (asked.url.startsWith('/graphql')) {
    const broken = errors.filter((one) => one.extensions?.code === 'INTERNAL_SERVER_ERROR');
    const isSilent = status >= 400 && errors.length === 0 && typeof error?.message !== 'string';
    const problem = isSilent ? told : `${status} to ${show(asked)}: ${JSON.stringify(broken).slice(0, 1500)}`;
    return {
      accepted: status < 400 && errors.length === 0,
      problem: isSilent || broken.length > 0 ? problem : undefined,
    };
  }
  if (status < 400) return { accepted: true };
  const isShaped =
    error?.status === status &&
    typeof error.name === 'string' &&
    typeof error.message === 'string' &&
    typeof error.details === 'object' &&
    error.details !== null;
  const isOurs = /^\/(api\/)?(platform|crm|billing|sales|contracts|reports)\//.test(asked.url);
  const hasCode = !isOurs || /^[a-z_]+\.[a-z_.]+$/.test(String(error?.details?.code));
  return { accepted: false, problem: isShaped && hasCode ? undefined : told };
}

const sender =
  ({ tokens, client }: Scene) =>
  async (asked: Asked): Promise<Judged> => {
    const token = tokens[asked.who];
    const headers = {
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(asked.type && { 'Content-Type': asked.type }),
      ...(asked.key && { 'Idempotency-Key': asked.key }),
    };
    return judge(asked, await client.ask({ ...asked, headers }));
  };

const drawn = (arb: fc.Arbitrary<Asked>, count: number, at: number): Asked[] =>
  fc.sample(arb, { seed: seed + at, numRuns: Math.max(1, count) });

interface Sum {
  sent: number;
  right: number;
  accepted: number;
  proven: number;
  batches: number;
}

/** Asks so often at every door; tells what was wrong. */
async function flood(scene: Scene, round: number, sum: Sum): Promise<string[]> {
  const { world, ids } = scene;
  const send = sender(scene);
  const types = await graphqlTypes(world);
  const doors = [
    ...routesOf(world).map((route) => atDoor(world, route, ids)),
    ...atGraphql(world, types, ids),
    ...suiteTypes(world).map((uid) => atContentManager(world, uid, ids)),
    atRegistration(ids),
  ];
  const fingerprint = createFingerprint(world);
  const each = Math.ceil(SIZE / doors.length);
  const problems: string[] = [];
  const asked = doors.flatMap((door, at) => drawn(door, each, round * doors.length + at));
  sum.sent += asked.length;

  const before = await fingerprint();
  const reads = await inParallel(
    asked.filter(({ writes }) => !writes),
    AT_ONCE,
    send,
  );
  problems.push(...reads.flatMap(({ problem }) => problem ?? []));
  const wroteByReads = changedIn(before, await fingerprint());
  if (wroteByReads.length > 0) problems.push(`reads wrote ${wroteByReads.join(', ')}`);

  // What is likely to be done goes by itself, so that whole batches of the rest are refused.
  const writing = asked.filter(({ writes }) => writes);
  const ordered = [...writing.filter(({ right }) => !right), ...writing.filter(({ right }) => right)];
  let last = await fingerprint();
  for (let at = 0; at < ordered.length; at += AT_ONCE) {
    const batch = ordered.slice(at, at + AT_ONCE);
    const judged = await inParallel(batch, AT_ONCE, send);
    problems.push(...judged.flatMap(({ problem }) => problem ?? []));
    const accepted = judged.filter((one) => one.accepted).length;
    sum.accepted += accepted;
    sum.right += batch.filter(({ right }) => right).length;
    sum.batches += 1;
    const now = await fingerprint();
    const changed = changedIn(last, now);
    last = now;
    if (accepted > 0) continue;
    sum.proven += 1;
    if (changed.length > 0) problems.push(`${changed.join(', ')} changed by\n${batch.map(show).join('\n')}`);
  }
  return problems;
}

test(
  `${REQUESTS * scale()} generated requests at every door: no 500, errors in their shape, refused ones write nothing`,
  async () => {
    const sum: Sum = { sent: 0, right: 0, accepted: 0, proven: 0, batches: 0 };
    // Each round in a shop of its own: one that has had thousands of requests accepts hardly anything any more.
    for (let round = 0; round < ROUNDS; round += 1) {
      const scene = await openScene();
      try {
        const problems = await flood(scene, round, sum);
        const discrepancies = await proofOf(scene.world.app);
        expect({ seed, round, problems: problems.slice(0, 40), found: problems.length, discrepancies }).toEqual({
          seed,
          round,
          problems: [],
          found: 0,
          discrepancies: [],
        });
      } finally {
        await closeScene(scene);
      }
    }
    expect(sum.sent).toBeGreaterThanOrEqual(SIZE * ROUNDS);
    // It is no proof of refusals when everything is refused at the first step, nor when hardly a batch is.
    expect(sum.accepted).toBeGreaterThan(sum.right / 20);
    expect(sum.proven).toBeGreaterThan(sum.batches / 10);
  },
  600_000 * Math.max(1, scale()),
);
