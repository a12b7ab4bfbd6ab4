/** The own page of a thing, by the way our pages are named: `plugin::sales.order` → `/plugins/sales/orders/<id>`. */
export function pageOf(type: string | null | undefined, documentId: string | null | undefined): string | undefined {
  const [, plugin, name] = /^plugin::([a-z-]+)\.([a-z-]+)$/.exec(type ?? '') ?? [];
  return plugin && name && documentId ? `/plugins/${plugin}/${name}s/${documentId}` : undefined;
}
