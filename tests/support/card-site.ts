import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { CardPart, TellsCard } from './card-process';
import type { TestDatabase } from './database';
import type { GatewayPeer } from './gateway-peer';
import { until } from './until';

const BOOT_MS = 120_000;

/** A site in a process of its own, on that database, whose gateway is the peer. */
export const startCardSite = (database: TestDatabase, peer: GatewayPeer, part: CardPart): ChildProcess =>
  fork(path.join(__dirname, 'card-process.ts'), {
    execArgv: ['--require', path.join(__dirname, 'register-typescript.cjs')],
    env: {
      ...process.env,
      ...database.env,
      ...{ SANYA_TEST_PEER: peer.url, SANYA_TEST_GATEWAY: 'stripe', SANYA_TEST_PART: part },
    },
  });

/** The next of what it tells that is of that kind; ends where the process does. */
export const told = <Kind extends keyof TellsCard>(site: ChildProcess, kind: Kind): Promise<TellsCard[Kind]> =>
  new Promise((resolve, reject) => {
    site.on('message', (message: TellsCard) => message[kind] !== undefined && resolve(message[kind]));
    site.once('exit', (code) => reject(new Error(`The site ended by itself with ${code}`)));
  });

/** Kills a site as soon as the gateway has made so many charges, and answers none of them; the invoice it was about. */
export async function killedAtCharge(
  database: TestDatabase,
  peer: GatewayPeer,
  { part, charges }: { part: CardPart; charges: number },
): Promise<string> {
  const site = startCardSite(database, peer, part);
  const ended = new Promise<void>((resolve) => site.once('exit', () => resolve()));
  let invoice = '';
  site.on('message', (message: TellsCard) => void (invoice = message.invoice ?? invoice));
  await until('the card is charged', () => peer.charges.size === charges, { withinMs: BOOT_MS });
  site.kill('SIGKILL');
  await ended;
  return invoice;
}
