interface Statement {
  text: string;
  name?: string;
}

type Answer = (error: { code?: string } | null, result?: unknown) => void;

interface Connection {
  query(statement: unknown, ...rest: unknown[]): unknown;
  /** What the driver knows of this connection. */
  connection: { parsedStatements: Record<string, string> };
}

const MOST_STATEMENTS = 500;
const LONGEST = 8_000;
const REPEATED = /^\s*(?:select|insert|update|delete|with)\b/i;
const REBUILDS = /^\s*(?:create|alter|drop)\b/i;
const ENDS = /^\s*(?:commit|rollback)\s*;?\s*$/i;
/** SQLSTATE: its table looks other than when it was prepared; it is not prepared any more. */
const OUTDATED = ['0A000', '26000'];

/** How often this process changed tables: what was prepared before may mean another one since. */
let rebuilds = 0;

const textOf = (statement: unknown): string => {
  const text = typeof statement === 'string' ? statement : (statement as Statement | null)?.text;
  return typeof text === 'string' ? text : '';
};

/**
 * What is asked a second time is prepared, once a connection: else PostgreSQL parses and plans each statement anew. Begun
 * anew where tables were changed, also by temporary ones that hide others.
 */
function keepPrepared(connection: Connection): void {
  const query = connection.query.bind(connection);
  const names = new Map<string, string | undefined>();
  let count = 0;
  let asOf = rebuilds;
  let isRebuilding = false;

  /** Prepared, and not asked any more. */
  const left: string[] = [];

  const leave = (name: string | undefined): void => {
    if (name) left.push(name);
  };
  const leaveAll = (): void => {
    asOf = rebuilds;
    for (const name of names.values()) leave(name);
    names.clear();
  };
  /** Gives back what was left, and goes on. In a transaction that has failed the server keeps it until we are gone. */
  const tidy = (goOn: () => unknown): unknown => {
    const gone = left.splice(0);
    if (gone.length === 0) return goOn();
    return query(gone.map((name) => `deallocate ${name}`).join('; '), () => {
      for (const name of gone) delete connection.connection.parsedStatements[name];
      goOn();
    });
  };
  const nameOf = (text: string): string | undefined => {
    const name = names.has(text) ? (names.get(text) ?? `sanya_${(count += 1)}`) : undefined;
    // The oldest leaves; what is used is young again.
    names.delete(text);
    names.set(text, name);
    const [oldest] = names.size > MOST_STATEMENTS ? names.entries() : [];
    if (oldest) {
      names.delete(oldest[0]);
      leave(oldest[1]);
    }
    return name;
  };

  connection.query = (statement, ...rest) => {
    const text = textOf(statement);
    const ends = isRebuilding && ENDS.test(text);
    if (REBUILDS.test(text) || ends) {
      isRebuilding = !ends;
      rebuilds += 1;
    }
    const answer = rest.at(-1);
    const isOurs = typeof statement === 'object' && rest.length === 1 && typeof answer === 'function';
    if (!isOurs || (statement as Statement).name || text.length > LONGEST || !REPEATED.test(text)) {
      return query(statement, ...rest);
    }
    if (asOf !== rebuilds) leaveAll();
    const name = nameOf(text);
    const answered: Answer = (error, result) => {
      if (OUTDATED.includes(error?.code ?? '')) rebuilds += 1;
      (answer as Answer)(error, result);
    };
    return tidy(() => query(name ? { ...(statement as Statement), name } : statement, answered));
  };
}

/** Makes a new connection to PostgreSQL ready. */
export const readyPostgres = (connection: Connection, done: (error: null, connection: Connection) => void): void => {
  keepPrepared(connection);
  done(null, connection);
};
