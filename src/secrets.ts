import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const NAMES = [
  'APP_KEYS',
  'API_TOKEN_SALT',
  'ADMIN_JWT_SECRET',
  'TRANSFER_TOKEN_SALT',
  'ENCRYPTION_KEY',
  'JWT_SECRET',
  'SANYA_LINK_SECRET',
] as const;
type Name = (typeof NAMES)[number];

const file = path.resolve(process.env.SANYA_SECRETS_FILE ?? '.data/secrets.json');

/** Secrets come from the environment; what is not there is made at the first start and kept out of the repository. */
function load(): Record<Name, string> {
  const kept: Partial<Record<Name, string>> = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
  const all = Object.fromEntries(
    NAMES.map((name) => [name, process.env[name] ?? kept[name] ?? randomBytes(32).toString('base64')]),
  ) as Record<Name, string>;
  if (NAMES.some((name) => !process.env[name] && !kept[name])) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  }
  return all;
}

const all = load();
process.env.SANYA_LINK_SECRET ??= all.SANYA_LINK_SECRET;

export const secrets = {
  appKeys: all.APP_KEYS.split(','),
  apiTokenSalt: all.API_TOKEN_SALT,
  adminJwt: all.ADMIN_JWT_SECRET,
  transferTokenSalt: all.TRANSFER_TOKEN_SALT,
  encryptionKey: all.ENCRYPTION_KEY,
  jwt: all.JWT_SECRET,
};
