declare module 'better-sqlite3' {
  interface Statement {
    /** Whether it answers rows. */
    reader: boolean;
    all(...values: unknown[]): unknown[];
    run(...values: unknown[]): unknown;
  }
  export default class Database {
    constructor(file: string);
    prepare(sql: string): Statement;
    close(): void;
  }
}
