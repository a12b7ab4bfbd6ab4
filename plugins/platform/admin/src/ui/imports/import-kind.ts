import type { ReactNode } from 'react';
import type { Column } from '../data-table';

/** An import as its list and its page read it; `counts` of its outcomes stand beside, by the names of the kind. */
export interface ImportRead extends Record<string, unknown> {
  documentId: string;
  fileName: string;
  state: 'ready' | 'running' | 'finished';
  ignored: string[];
  rows: number;
  unchanged: number;
  wrong: number;
  done: number;
  failed: number;
  readAt: string;
  tidiedAt: string | null;
}

export interface ImportRowRead {
  documentId: string;
  row: number;
  outcome: string;
  state: 'waiting' | 'done' | 'failed';
  reason: string | null;
}

/** What the pages of one kind of file say and ask. Its own texts are `<words>.title`, `.subtitle`, `.hint`, `.search`, `.start_text` and `.outcome.<outcome>`. */
export interface ImportPages<Row extends ImportRowRead> {
  /** Whose texts they are, and with what they begin: `import`. */
  plugin: string;
  words: string;
  /** Doors: of the imports, of their rows, and of the file to fill in. */
  imports: string;
  rows: string;
  template?: string;
  /** Page of the list that it belongs to, and of the upload. */
  home: { to: string; label: string };
  list: string;
  /** Which attribute of an import counts which outcome that changes something. */
  changing: readonly (readonly [outcome: string, count: string])[];
  /** Attribute of a row that is searched. */
  searched: string;
  /** Further columns of a row, between its number and what happens. */
  columns: Column<Row>[];
  /** What is asked beside the file, and whether it was said. */
  beside?: { fields: ReactNode; values: Record<string, string>; complete: boolean };
}
