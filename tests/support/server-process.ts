import { spawn } from 'node:child_process';
import net from 'node:net';
import path from 'node:path';
import { createDatabase } from './database';

const root = path.resolve(__dirname, '../..');

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });

export interface ServerProcess {
  url: string;
  pid: number;
  /** Where its database is, as its environment says it. */
  database: Record<string, string>;
  /** What it printed so far. */
  output(): string;
  stop(): Promise<void>;
}

/** The built application in a process of its own on a fresh database: what a user would meet. */
export async function startServer(env: Record<string, string> = {}): Promise<ServerProcess> {
  const database = await createDatabase();
  const port = await freePort();
  let printed = '';
  const child = spawn(process.execPath, [path.join(root, 'node_modules/@strapi/strapi/bin/strapi.js'), 'start'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      STRAPI_TELEMETRY_DISABLED: 'true',
      LOG_LEVEL: 'warn',
      SANYA_PORTS: 'recording',
      ...database.env,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(late);
    await database.drop();
  };

  for (let attempt = 0; attempt < 720; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`The server ended while starting:\n${printed}`);
    const answer = await fetch(`${url}/_health`).catch(() => undefined);
    if (answer?.status === 204)
      return { url, pid: child.pid ?? 0, database: database.env, output: () => printed, stop };
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  await stop();
  throw new Error(`The server did not answer within three minutes:\n${printed}`);
}
