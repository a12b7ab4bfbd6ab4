import type { Movable, PluginDefinition } from '../../../kit/src/plugin';

/** The plugins of the suite that are installed on this site, as they declared themselves. */
export function createRegistry() {
  const definitions = new Map<string, PluginDefinition>();
  return {
    add(definition: PluginDefinition): void {
      definitions.set(definition.id, definition);
    },
    /** Every plugin after those that it needs. */
    all(): PluginDefinition[] {
      const placed = new Set<PluginDefinition>();
      const place = (definition: PluginDefinition | undefined): void => {
        if (!definition || placed.has(definition)) return;
        for (const id of definition.needs) place(definitions.get(id));
        placed.add(definition);
      };
      for (const definition of definitions.values()) place(definition);
      return [...placed];
    },
    has: (id: string): boolean => definitions.has(id),
    /** Path from a type to its customer; undefined for types that nobody owns. */
    ownerPath(uid: string): string | undefined {
      for (const definition of definitions.values()) {
        const path = definition.owners?.[uid];
        if (path !== undefined) return path;
      }
      return undefined;
    },
    /** The type whose rows are the customers; undefined where no plugin knows any. */
    customerType: (): string | undefined =>
      [...definitions.values()]
        .flatMap(({ owners = {} }) => Object.entries(owners))
        .find(([, path]) => path === '')?.[0],
    /** Types of which two rows may turn out to be one. */
    movable: (): Record<string, Movable> =>
      Object.assign({}, ...[...definitions.values()].map((definition) => definition.movable ?? {})) as Record<
        string,
        Movable
      >,
    /** Attributes of a type that keep what went wrong. */
    problemsOf: (uid: string): readonly string[] =>
      [...definitions.values()].flatMap(({ reads = [] }) =>
        reads.flatMap(({ type, problems = [] }) => (type === uid ? problems : [])),
      ),
    /** Collects one part of every definition. */
    collect: <T>(part: (definition: PluginDefinition) => readonly T[] | undefined): T[] =>
      [...definitions.values()].flatMap((definition) => part(definition) ?? []),
  };
}

export type Registry = ReturnType<typeof createRegistry>;
