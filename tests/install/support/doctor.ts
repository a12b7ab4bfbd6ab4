import { spawn } from 'node:child_process';
import path from 'node:path';

export const root = path.resolve(__dirname, '../../..');

export interface Examined {
  code: number | null;
  output: string;
}

/** `npm run doctor` of the site in `folder`, with nothing of the tests in its environment but what is given. */
export function doctor(env: Record<string, string>, more: readonly string[] = [], folder = root): Promise<Examined> {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(SANYA_|DATABASE_|SMTP_|NODE_|JEST_|LANG|LC_|TZ$)/.test(name)),
  );
  const child = spawn(process.execPath, [path.join(folder, 'scripts/doctor.mjs'), ...more], {
    env: { ...inherited, TZ: 'UTC', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
