import { subjectOf } from './subjects';

/** The own page of a thing: as its plugin registered it, or by the way our pages are named (`/plugins/sales/orders/…`). */
export function pageOf(type: string | null | undefined, documentId: string | null | undefined): string | undefined {
  const [, plugin, name] = /^plugin::([a-z-]+)\.([a-z-]+)$/.exec(type ?? '') ?? [];
  if (!type || !plugin || !name || !documentId) return undefined;
  return subjectOf(type)?.page?.(documentId) ?? `/plugins/${plugin}/${name}s/${documentId}`;
}
