import { secrets } from '../src/secrets';

export default ({ env }) => ({
  host: env('HOST', '0.0.0.0'),
  port: env.int('PORT', 1337),
  url: env('PUBLIC_URL', ''),
  app: { keys: secrets.appKeys },
  logger: { config: { level: env('LOG_LEVEL', 'info') } },
});
