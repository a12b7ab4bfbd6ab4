import type { Refusal } from '../../../kernel/src';
import type { Platform } from '../platform';
import type { Ref } from '../rows';
import type { Columns, KnownHeadings } from './columns';
import type { importLife, ImportState } from './life';

/** A row of a file that could be read. */
export interface SaidRow<Said> {
  row: number;
  said: Said;
}

export interface DecidedRow {
  row: number;
  outcome: string;
  refusal?: Refusal;
  /** What else its row keeps, as `blank` names it. */
  columns?: Readonly<Record<string, unknown>>;
}

/** What the rows of one key come to. */
export interface Decided<Work> {
  rows: readonly DecidedRow[];
  /** What is to be done for it; nothing where all is as it should be. */
  work?: Work;
}

/** An import as its row is kept. The counts of its outcomes stand in columns of their own. */
export interface ImportFacts {
  fileName: string;
  state: ImportState;
  /** Headings of columns that were not read. */
  ignored: readonly string[];
  rows: number;
  unchanged: number;
  wrong: number;
  done: number;
  failed: number;
  readBy: string;
  readAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  /** When its rows were forgotten. */
  tidiedAt: string | null;
}
export type ImportRow = Ref & ImportFacts;

/**
 * What can be brought in from a file: how it is read, what its rows mean for what is there, and how that is written.
 * Rows of one key (a product, a customer, an invoice) are decided and written together. `Asked` is what was said beside
 * the file; it stands in columns of the import.
 */
export interface ImportKind<
  Field extends string,
  Said extends object,
  Work,
  Asked extends object,
> extends KnownHeadings<Field> {
  /** uids of the import and of its rows. */
  type: string;
  rowType: string;
  /** `<event>.started`, `<event>.finished`. */
  event: string;
  /** Attribute of a row that keeps its key. */
  keyColumn: string;
  longestKey: number;
  /** Which column of the import counts which outcome; `unchanged` and `wrong` are always among them. */
  counts: Readonly<Record<string, string>>;
  /** What the row of a file that could not be read keeps in further columns. */
  blank: Readonly<Record<string, unknown>>;
  life: ReturnType<typeof importLife>;
  /** Of one key all rows are carried out or none: what is beside one that cannot be read is wrong with it. */
  together?: boolean;
  /** How cells are read: once a file. Throws a refusal at the column. */
  reader(platform: Platform): Promise<(cells: readonly string[], columns: Columns<Field>) => Said>;
  keyOf(said: Said): string;
  /** Before anything is read: refuses what was asked beside the file. */
  check?(platform: Platform, asked: Asked): Promise<void>;
  /** In the order given; reads, and writes nothing. What is to be written is locked first. */
  decide(
    platform: Platform,
    groups: readonly (readonly SaidRow<Said>[])[],
    asked: Asked,
    lock?: 'wait',
  ): Promise<Decided<Work>[]>;
  /** All or nothing, in the transaction under way. */
  write(platform: Platform, works: readonly Work[], asked: Asked): Promise<void>;
}

/** A kind whose shapes do not matter to who carries it out. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- its parts fit one another, whatever they are
export type AnyImportKind = ImportKind<any, any, any, any>;
