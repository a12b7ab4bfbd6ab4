/** What a template may say: named by its path, with what it is in the sample, and what is written to say it. */
export interface Variable {
  path: string;
  example: string;
  insert: string;
}

type Data = Record<string, unknown>;
/** A part of a path: a name, the number in a list, or a path of its own where a template computes it. */
export type Segment = string | number | Segment[];

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every template is told by whom it is written. */
const ALWAYS = 'company';
/** What Liquid says of a list or a text itself. */
const OF_LISTS = new Set(['size', 'first', 'last']);
/** What Liquid tells inside a loop. */
const OF_LOOPS = new Set(['forloop', 'tablerowloop']);

/** `lines` → `line`, `receipts` → `receipt`; what has no plural is an item. */
const itemOf = (list: string): string => (/[^s]s$/.test(list) ? list.slice(0, -1) : 'item');

function exampleOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const scalar = (path: string, value: unknown): Variable => ({
  path,
  example: exampleOf(value),
  insert: `{{ ${path} }}`,
});

/** A list is written as a loop; what stands in it is written inside that loop. */
function ofList(path: string, name: string, [first]: unknown[]): Variable[] {
  const item = itemOf(name);
  const inner = isData(first)
    ? Object.entries(first).flatMap(([key, value]) => named(`${item}.${key}`, key, value))
    : [scalar(item, first)];
  const shown = inner[0]?.insert ?? `{{ ${item} }}`;
  const loop = { path: `${path}[]`, example: '', insert: `{% for ${item} in ${path} %}${shown}{% endfor %}` };
  return [loop, ...inner];
}

function named(path: string, name: string, value: unknown): Variable[] {
  if (Array.isArray(value)) return ofList(path, name, value as unknown[]);
  if (isData(value)) return Object.entries(value).flatMap(([key, inner]) => named(`${path}.${key}`, key, inner));
  return [scalar(path, value)];
}

export const variablesOf = (sample: Data): Variable[] =>
  Object.entries({ [ALWAYS]: '', ...sample }).flatMap(([name, value]) => named(name, name, value));

/** Whether a value has what the rest of a path asks of it. Of what has no value in the sample nothing is known. */
function leads(value: unknown, [segment, ...rest]: readonly Segment[]): boolean {
  if (segment === undefined || value === null || value === undefined) return true;
  if (Array.isArray(value)) {
    if (segment === 'size') return rest.length === 0;
    const isItem = typeof segment !== 'string' || OF_LISTS.has(segment);
    return isItem && (value.length === 0 || leads((value as unknown[])[0], rest));
  }
  if (isData(value)) {
    if (Array.isArray(segment)) return true;
    return String(segment) in value && leads(value[String(segment)], rest);
  }
  return segment === 'size' && typeof value === 'string' && rest.length === 0;
}

export const knows = (sample: Data, path: readonly Segment[]): boolean => leads({ [ALWAYS]: '', ...sample }, path);

const listsIn = (value: unknown): unknown[][] =>
  Array.isArray(value)
    ? [value as unknown[], ...(value as unknown[]).slice(0, 1).flatMap(listsIn)]
    : isData(value)
      ? Object.values(value).flatMap(listsIn)
      : [];

/** Whether what a loop calls its item has that: one of the lists does, whichever the loop is over. */
export const knowsInLoop = (sample: Data, [name, ...rest]: readonly Segment[]): boolean =>
  (typeof name === 'string' && OF_LOOPS.has(name)) ||
  listsIn(sample).some((list) => list.length === 0 || leads(list[0], rest));
