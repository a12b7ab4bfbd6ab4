/** A finalised row that the database itself refuses to change. */
export interface Freeze {
  kind: 'freeze';
  type: string;
  /** SQL condition on the OLD row with `{attribute}` placeholders, e.g. `{state} <> 'draft'`; absent: always frozen. */
  when?: string;
  /** SQL condition on both rows that lets a change through all the same, e.g. `{new.revision} = {old.revision} + 1`. */
  unless?: string;
  /** Attributes that may not change while frozen. */
  columns: readonly string[];
  /** Deleting is refused while frozen, unless false. */
  keep?: boolean;
}

/** A foreign key that must hold: deleting the target while a row points at it is refused. */
export interface Restrict {
  kind: 'restrict';
  type: string;
  relation: string;
}

/** Unique, partial where `when` is given (`{attribute}` placeholders). `expression` replaces the plain columns. */
export interface Unique {
  kind: 'unique';
  type: string;
  name: string;
  columns: readonly string[];
  when?: string;
  /** SQL expressions with `{attribute}` placeholders instead of plain columns, e.g. `lower({email})`. */
  expressions?: readonly string[];
  /** The refusal code that a violation becomes at the door. */
  code: string;
  /** Where two rows turn out to be one and each had such a row: that of the one that goes is left out. Else it is refused. */
  onMove?: 'leave_out';
}

/** A plain index for lists, calendars and jobs. */
export interface Index {
  kind: 'index';
  type: string;
  name: string;
  columns: readonly string[];
  when?: string;
  /** Finds what begins with a text, whatever the language that the database sorts by. */
  beginnings?: boolean;
  /** SQL expressions with `{attribute}` placeholders instead of plain columns, e.g. `upper({number})`. */
  expressions?: readonly string[];
}

/** A condition that every row must keep, e.g. `{quantity} >= 0`. */
export interface Check {
  kind: 'check';
  type: string;
  name: string;
  condition: string;
  code: string;
}

/**
 * A row that may not be written while what stands elsewhere forbids it. Conditions name the row as `{new.attribute}` and
 * `{old.attribute}`, other tables as `{plugin::billing.invoice}` and their columns as `{plugin::billing.invoice#number}`.
 */
export interface Forbid {
  kind: 'forbid';
  type: string;
  name: string;
  on: 'insert' | 'update';
  /** What of the row itself makes it worth asking; it asks no other table. */
  when?: string;
  condition: string;
  /** Name of the lock that is shared from here to the end of the transaction, see `Platform.hold`. */
  hold?: string;
  code: string;
}

/** A foreign key that may not point at a row that was merged into another. Made by itself for every relation to such a type. */
export interface Current {
  kind: 'current';
  type: string;
  relation: string;
}

export type Constraint = Freeze | Restrict | Unique | Index | Check | Forbid | Current;
