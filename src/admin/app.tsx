export default {
  config: { locales: ['th'] },
  bootstrap() {},
};
