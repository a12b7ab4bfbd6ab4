import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type DoctorCheck, doubtful, well, wrong } from '../../../../kit/src/doctor';
import type { Tools } from '../../../../kit/src/plugin';
import { some } from './guards';

const SHORTEST = 16;
/** What Strapi's own example of an environment says. */
const EXAMPLE = /tobemodified/i;

const OTHERS = 0o077;

/** What signs log-ins, cookies and links: long, not the example's, and read by nobody else. */
export const secretsCheck = ({ strapi }: Tools): DoctorCheck => ({
  name: 'secrets',
  async run({ env }) {
    const keys = (strapi.config.get('server.app.keys') as string[] | undefined) ?? [];
    const held: Record<string, unknown> = {
      APP_KEYS: keys[0],
      ADMIN_JWT_SECRET: strapi.config.get('admin.auth.secret'),
      API_TOKEN_SALT: strapi.config.get('admin.apiToken.salt'),
      JWT_SECRET: strapi.config.get('plugin::users-permissions.jwtSecret'),
      // Without one of its own, the first key of the application signs links.
      SANYA_LINK_SECRET: env.SANYA_LINK_SECRET || keys[0],
    };
    const weak = Object.entries(held)
      .filter(([, value]) => typeof value !== 'string' || value.length < SHORTEST || EXAMPLE.test(value))
      .map(([name]) => name);
    const findings = [
      weak.length === 0 ? well('secrets') : wrong('secrets_weak', { names: some(weak), least: SHORTEST }),
    ];
    const file = path.resolve(env.SANYA_SECRETS_FILE || path.join(strapi.dirs.app.root, '.data', 'secrets.json'));
    const kept = await stat(file).catch(() => undefined);
    // Windows has no such bits.
    if (kept && process.platform !== 'win32' && (kept.mode & OTHERS) !== 0) {
      findings.push(doubtful('secrets_open', { file }));
    }
    return findings;
  },
});
