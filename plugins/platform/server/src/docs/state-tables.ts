import type { Machine } from '../../../kernel/src';

const list = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

function table({ type, initial, transitions, states }: Machine<string, string>): string {
  const ends = states.filter((state) => !transitions.some((row) => row.from.includes(state)));
  return [
    `### ${type.replaceAll('_', ' ')}`,
    '',
    `Begins as ${list(initial)}${ends.length > 0 ? `; ends as ${list(ends)}` : ''}.`,
    '',
    '| verb | from | to |',
    '| --- | --- | --- |',
    ...transitions.map(({ verb, from, to }) => `| ${verb.replaceAll('_', ' ')} | ${list(from)} | \`${to}\` |`),
  ].join('\n');
}

/** The transition tables of a plugin in Markdown, for its page. */
export const stateTables = (machines: readonly Machine<string, string>[]): string => machines.map(table).join('\n\n');
