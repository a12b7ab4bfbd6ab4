import type { ReactNode } from 'react';
import { LinkTo } from './layout';
import { pageOf } from './page-of';

/** A thing by its name, leading to its page; nothing where there is none, so that a fact of it is left out. */
export function pageLink(
  type: string | null | undefined,
  documentId: string | null | undefined,
  name: string | null | undefined,
): ReactNode {
  const page = pageOf(type, documentId);
  return page && <LinkTo to={page}>{name ?? ''}</LinkTo>;
}
