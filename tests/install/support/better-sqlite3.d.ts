declare module 'better-sqlite3' {
  export interface Statement {
    /** Whether it answers rows. */
    reader: boolean;
    all(...values: unknown[]): unknown[];
    get(...values: unknown[]): unknown;
    run(...values: unknown[]): unknown;
  }
  export default class Database {
    constructor(file: string);
    prepare(sql: string): Statement;
    exec(sql: string): void;
    pragma(text: string): unknown;
    close(): void;
  }
}
