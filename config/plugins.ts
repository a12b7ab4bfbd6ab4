import { secrets } from '../src/secrets';

export default ({ env }) => ({
  'users-permissions': {
    config: { jwtSecret: secrets.jwt, jwtManagement: 'refresh', sessions: { httpOnly: false } },
  },
  graphql: {
    enabled: env('SANYA_GRAPHQL') !== 'off',
    config: { endpoint: '/graphql', depthLimit: 10, defaultLimit: 25, maxLimit: 100 },
  },
});
