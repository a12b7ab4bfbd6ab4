import { secrets } from '../src/secrets';

export default () => ({
  'users-permissions': {
    config: { jwtSecret: secrets.jwt, jwtManagement: 'refresh', sessions: { httpOnly: false } },
  },
  graphql: {
    config: { endpoint: '/graphql', depthLimit: 10, defaultLimit: 25, maxLimit: 100 },
  },
});
