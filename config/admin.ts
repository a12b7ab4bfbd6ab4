import { secrets } from '../src/secrets';

export default ({ env }) => ({
  auth: {
    secret: secrets.adminJwt,
    // Over plain HTTP (a trial on one machine) a browser keeps no secure cookie.
    cookie: { secure: env('PUBLIC_URL', '').startsWith('https://') },
  },
  apiToken: { salt: secrets.apiTokenSalt },
  transfer: { token: { salt: secrets.transferTokenSalt } },
  secrets: { encryptionKey: secrets.encryptionKey },
  flags: { nps: false, promoteEE: false },
  autoOpen: env.bool('ADMIN_AUTO_OPEN', false),
  // `strapi develop` watches plugins/*: their own build does that.
  watchIgnoreFiles: ['**/plugins/**', '**/tests/**', '**/.data/**'],
});
