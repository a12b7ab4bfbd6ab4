import { secrets } from '../src/secrets';

export default ({ env }) => ({
  host: env('HOST', '0.0.0.0'),
  port: env.int('PORT', 1337),
  url: env('PUBLIC_URL', ''),
  // Who has a public address has a proxy: it says who asks, and that they came by https.
  proxy: { koa: env('PUBLIC_URL', '') !== '' },
  // Longer than a proxy or a client keeps an idle connection: who uses it again must not find it just closed.
  http: { serverOptions: { keepAliveTimeout: 75_000 } },
  app: { keys: secrets.appKeys },
  logger: { config: { level: env('LOG_LEVEL', 'info') } },
});
