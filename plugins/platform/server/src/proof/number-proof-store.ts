import type { NumberFrame } from '../../../kernel/src';
import type { NumberedDocuments } from '../../../kit/src/platform';
import type { Rows } from '../../../kit/src/rows';
import { SERIES } from '../core/numbers';
import type { FramedSeries, Run } from './number-frames';

type Row = Record<string, string | number | null>;

/** Numbers that look alike around the counter. */
export interface NumberGroup {
  head: string;
  tail: string;
  documents: bigint;
  counters: bigint;
  lowest: bigint;
  highest: bigint;
}

/** Some of what was found, with how much there is. */
export interface Some<T> {
  count: bigint;
  first: T[];
}

const MOST_NAMED = 5;
/** Longer ones no counter writes, and the database could not count. */
const MOST_DIGITS = 15;
const big = (value: unknown): bigint => BigInt((value as string | number | null) ?? 0);

/**
 * Numbers of documents held against the counters of their series, each as one statement whatever the rows. Numbers are
 * taken apart by the database: head, counter, tail.
 */
export function numberProofStore(rows: Rows, { type, attribute, when, repeats }: NumberedDocuments) {
  const column = (name: string): string => `"${rows.column(type, name)}"`;
  const where = when ? ` and (${when.replace(/\{(\w+)\}/g, (_, name: string) => column(name))})` : '';
  const document = column('documentId');
  const base = `(select ${column(attribute)} as n, ${repeats ? `min(${document})` : document} as document
    from "${rows.table(type)}" where ${column(attribute)} is not null${where}${repeats ? ` group by ${column(attribute)}` : ''})`;

  /** Read in the statement that reads the documents: numbers are given meanwhile, and both must be of one moment. */
  const given = `select id, "${rows.column(SERIES, 'startsAfter')}" as past, "${rows.column(SERIES, 'counter')}" as last
    from "${rows.table(SERIES)}"`;

  const all = async (sql: string, bindings: Record<string, string> = {}): Promise<Row[]> => {
    return rows.ask<Row>(sql, bindings);
  };

  /** The counter in a number between so many characters before and after it; null where no counter stands there. */
  const counter = (before: string, after: string): string => {
    const middle = `substr(b.n, ${before} + 1, length(b.n) - ${before} - ${after})`;
    const digits = rows.dialect === 'postgres' ? `${middle} ~ '^[0-9]+$'` : `${middle} not glob '*[^0-9]*'`;
    const around = `${before} + ${after}`;
    return `case when length(b.n) between ${around} + 1 and ${around} + ${MOST_DIGITS}
      then case when ${digits} then cast(${middle} as bigint) end end`;
  };
  const lengths = ({ head, tail }: Pick<NumberFrame, 'head' | 'tail'>): [string, string] => [
    String([...head].length),
    String([...tail].length),
  ];
  const tailOf = (after: string): string => `substr(b.n, length(b.n) - ${after} + 1)`;

  return {
    count: async (): Promise<bigint> => big((await all(`select count(*) as documents from ${base} b`))[0]?.documents),

    /** All numbers by their look, where head and tail are as long as those of the frame. */
    async groups(frame: NumberFrame): Promise<NumberGroup[]> {
      const [before, after] = lengths(frame);
      const found = await all(`
        select head, tail, count(*) as documents, count(distinct c) as counters, min(c) as lowest, max(c) as highest
        from (select substr(b.n, 1, ${before}) as head, case when length(b.n) >= ${after} then ${tailOf(after)} end as tail,
          ${counter(before, after)} as c from ${base} b) x
        where c is not null group by head, tail`);
      return found.map(({ head, tail, documents, counters, lowest, highest }) => ({
        ...{ head: String(head), tail: String(tail) },
        ...{ documents: big(documents), counters: big(counters), lowest: big(lowest), highest: big(highest) },
      }));
    },

    /** Of one counter: what it gave and no document bears, and what several bear. */
    async compare({ row, frames }: FramedSeries): Promise<{ missing: Some<Run>; doubled: Some<Run> }> {
      const bindings: Record<string, string> = { series: String(row.id) };
      const parts = frames.map((frame, at) => {
        const [before, after] = lengths(frame);
        bindings[`head${at}`] = frame.head;
        bindings[`tail${at}`] = frame.tail;
        return `select ${counter(before, after)} as c from ${base} b where substr(b.n, 1, ${before}) = :head${at}
          and length(b.n) >= ${after} and ${tailOf(after)} = :tail${at}`;
      });
      const found = `s as (${given} where id = cast(:series as integer)),
        found as (select c, count(*) as times from (${parts.join(' union all ') || 'select cast(null as bigint) as c'}) x
        where c > (select past from s) and c <= (select last from s) group by c)`;
      const gaps = await all(
        `with ${found}, ends as (select c from found union all select last + 1 from s),
          steps as (select c, coalesce(lag(c) over (order by c), (select past from s)) as p from ends)
        select p + 1 as start, c - 1 as finish, sum(c - p - 1) over () as missing
        from steps where c > p + 1 order by c limit ${MOST_NAMED}`,
        bindings,
      );
      const twice = await all(
        `with ${found} select c, count(*) over () as doubled from found where times > 1 order by c limit ${MOST_NAMED}`,
        bindings,
      );
      return {
        missing: {
          count: big(gaps[0]?.missing),
          first: gaps.map(({ start, finish }) => ({ from: big(start), to: big(finish) })),
        },
        doubled: { count: big(twice[0]?.doubled), first: twice.map(({ c }) => ({ from: big(c), to: big(c) })) },
      };
    },

    /** Numbers that none of the counters has given. */
    async strangers(series: readonly FramedSeries[]): Promise<Some<{ number: string; document: string }>> {
      const frames = series.flatMap(({ row, frames: own }) =>
        own.map((frame) => {
          const [before, after] = lengths(frame);
          return { ...frame, before, after, row: String(row.id) };
        }),
      );
      const looks =
        rows.dialect === 'postgres'
          ? `json_to_recordset(cast(:frames as json))
              as f(head text, tail text, "before" int, "after" int, "row" int)`
          : `(select json_extract(value, '$.head') as head, json_extract(value, '$.tail') as tail,
              cast(json_extract(value, '$.before') as integer) as "before",
              cast(json_extract(value, '$.after') as integer) as "after",
              cast(json_extract(value, '$.row') as integer) as "row" from json_each(:frames)) f`;
      const found = await all(
        `select b.n as number, b.document as document, count(*) over () as strangers from ${base} b
        where not exists (select 1 from ${looks} join (${given}) s on s.id = f."row"
          where substr(b.n, 1, f."before") = f.head and length(b.n) >= f."after" and ${tailOf('f."after"')} = f.tail
            and ${counter('f."before"', 'f."after"')} > s.past and ${counter('f."before"', 'f."after"')} <= s.last)
        order by b.n limit ${MOST_NAMED}`,
        { frames: JSON.stringify(frames) },
      );
      return {
        count: big(found[0]?.strangers),
        first: found.map(({ number, document: id }) => ({ number: String(number), document: String(id) })),
      };
    },
  };
}
