interface Connection {
  pragma(text: string): unknown;
  prepare(sql: string): object;
}

/** Bytes that the journal of a large transaction leaves on the disk. */
const MOST_JOURNAL = 64 * 2 ** 20;
const MOST_STATEMENTS = 500;
const LONGEST = 8_000;
const REPEATED = /^\s*(?:select|insert|update|delete|begin|commit)\b/i;
const REBUILDS = /^\s*(?:create|alter|drop)\b/i;

/** What is asked again and again is prepared once a connection: the query builder prepares each statement anew. */
function keepPrepared(connection: Connection): void {
  const prepare = connection.prepare.bind(connection);
  const known = new Map<string, object>();
  connection.prepare = (sql) => {
    if (REBUILDS.test(sql)) known.clear();
    if (sql.length > LONGEST || !REPEATED.test(sql)) return prepare(sql);
    const statement = known.get(sql) ?? prepare(sql);
    // The oldest leaves; what is used is young again.
    known.delete(sql);
    known.set(sql, statement);
    if (known.size > MOST_STATEMENTS) known.delete(known.keys().next().value ?? '');
    return statement;
  };
}

/**
 * Makes a new connection to SQLite ready. `synchronous`: how surely it waits for the disk; less than FULL is for what may
 * be lost when the power fails, as in tests.
 */
export const readySqlite =
  (synchronous: string) =>
  (connection: Connection, done: (error: null, connection: Connection) => void): void => {
    connection.pragma(`synchronous = ${synchronous}`);
    // What a savepoint may have to put back needs no file: nobody asks for it after a crash.
    connection.pragma('temp_store = MEMORY');
    // A commit overwrites the head of its journal: to delete the file and make it anew costs some tenth of a billing run.
    connection.pragma('journal_mode = PERSIST');
    connection.pragma(`journal_size_limit = ${MOST_JOURNAL}`);
    keepPrepared(connection);
    done(null, connection);
  };
