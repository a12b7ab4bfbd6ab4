import th from './translations/th.json';

export default {
  // What Strapi itself says only in English, where everybody may come to it.
  config: { locales: ['th'], translations: { th } },
  bootstrap() {},
};
