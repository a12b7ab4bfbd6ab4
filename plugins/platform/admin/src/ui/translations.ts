type Texts = Record<string, string>;
type Loaders = Record<string, () => Promise<{ default: Texts }>>;

/** What a plugin's `registerTrads` answers: its texts in each language, every key under the plugin's name. */
export const loadTexts = (plugin: string, loaders: Loaders, locales: readonly string[]) =>
  Promise.all(
    locales.map(async (locale) => {
      const texts = (await loaders[locale]?.())?.default ?? {};
      const data = Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${plugin}.${key}`, text]));
      return { locale, data };
    }),
  );
