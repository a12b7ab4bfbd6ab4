import type { Condition } from './plugin';

export interface OwnRows {
  conditions: readonly Condition[];
  /** Conditions are declared before there is a Strapi to ask: told when the plugin is registered. */
  openBy: (seesAll: () => Promise<boolean>) => void;
}

/** Conditions by their name: staff see rows where this path leads to themselves, or all of them where that is opened. */
export function ownRows(paths: Readonly<Record<string, string>>): OwnRows {
  let isOpen = async (): Promise<boolean> => false;
  return {
    conditions: Object.entries(paths).map(([name, path]) => ({
      name,
      handler: async (user) => (await isOpen()) || { [path]: user.id },
    })),
    openBy: (seesAll) => {
      isOpen = seesAll;
    },
  };
}
