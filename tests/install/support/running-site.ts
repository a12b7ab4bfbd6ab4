import { spawn } from 'node:child_process';
import path from 'node:path';
import { freePort } from '../../support/server-process';
import type { Site } from './blank-site';

export interface Answer {
  status: number;
  // What a door answers is asked for by name in each test.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
  /** The body as it came. */
  bytes: Buffer;
}

export interface Caller {
  get(path: string): Promise<Answer>;
  post(path: string, body?: object): Promise<Answer>;
  put(path: string, body: object): Promise<Answer>;
}

export interface RunningSite extends Caller {
  as(token: string): Caller;
  output(): string;
  stop(): Promise<void>;
}

export interface Ended {
  code: number | null;
  output: string;
}

function callerAt(url: string, token?: string): Caller {
  const ask = async (method: string, door: string, body?: object): Promise<Answer> => {
    const answer = await fetch(url + door, {
      method,
      headers: {
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        'accept-language': 'en',
      },
      body: body ? JSON.stringify(body) : undefined,
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const json = answer.headers.get('content-type')?.includes('json');
    return { status: answer.status, body: json ? JSON.parse(bytes.toString()) : undefined, bytes };
  };
  return {
    get: (door) => ask('GET', door),
    post: (door, body = {}) => ask('POST', door, body),
    put: (door, body) => ask('PUT', door, body),
  };
}

/** `strapi start` of the site, as its owner would; resolves when it answers, or when it ended. */
async function launch(site: Site, env: Record<string, string>): Promise<RunningSite | Ended> {
  const port = await freePort();
  let output = '';
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(SANYA_|DATABASE_|SMTP_|NODE_|JEST_|TZ$)/.test(name)),
  );
  const child = spawn(
    process.execPath,
    // The libraries are linked into the site: they must find each other, and our plugins, there.
    ['--preserve-symlinks', '--preserve-symlinks-main', 'node_modules/@strapi/strapi/bin/strapi.js', 'start'],
    {
      cwd: site.folder,
      env: {
        ...inherited,
        NODE_ENV: 'development',
        HOST: '127.0.0.1',
        PORT: String(port),
        STRAPI_TELEMETRY_DISABLED: 'true',
        TZ: 'UTC',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(late);
  };
  const url = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 1800; attempt += 1) {
    if (child.exitCode !== null || child.signalCode !== null) {
      return output.includes('EADDRINUSE') ? launch(site, env) : { code: await ended, output };
    }
    const answer = await fetch(`${url}/_health`).catch(() => undefined);
    // Somebody else may have taken the port meanwhile, and answer at it.
    if (answer?.status === 204 && output.includes('Strapi started successfully')) {
      return { ...callerAt(url), as: (token) => callerAt(url, token), output: () => output, stop };
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop();
  throw new Error(`${path.basename(site.folder)} did not answer:\n${output}`);
}

export async function startSite(site: Site, env: Record<string, string>): Promise<RunningSite> {
  const site_ = await launch(site, env);
  if ('code' in site_) throw new Error(`The site ended with ${site_.code} while starting:\n${site_.output}`);
  return site_;
}

/** Starts a site that must refuse to start. */
export async function startInVain(site: Site, env: Record<string, string>): Promise<Ended> {
  const started = await launch(site, env);
  if ('code' in started) return started;
  await started.stop();
  throw new Error(`The site started:\n${started.output()}`);
}
