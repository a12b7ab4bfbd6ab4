/** How many rows of a type. */
export interface Count {
  type: string;
  rows: number;
}

export interface Made {
  /** Id of the move, by which it is undone. */
  move: number;
  moved: readonly Count[];
  /** The other had their like; they come back when the move is undone. */
  leftOut: readonly Count[];
}

export interface Undone {
  back: readonly Count[];
  /** Tied to what came after the move: a receipt of it, an invoice paid from it. */
  stays: readonly Count[];
}

/**
 * Two rows of one type turned out to be one: everything of every plugin that points at the one is moved to the other,
 * frozen documents too, whose own words stay as they are. Each within a transaction under way, both rows locked.
 */
export interface Moves {
  /** What points at each of these rows. */
  counts(type: string, ids: readonly number[]): Promise<Map<number, Count[]>>;
  make(type: string, from: number, to: number): Promise<Made>;
  /** What undoing would do now; writes nothing. */
  foresee(move: number): Promise<Undone>;
  undo(move: number): Promise<Undone>;
}
