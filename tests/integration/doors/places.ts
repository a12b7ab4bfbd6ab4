import type { JsonSchema } from '../../../plugins/platform/server/src/docs/json-schema';

/** Where a text goes in a body, with a smallest body around it that the shape takes. */
export interface Place {
  /** `.lines.0.product` */
  at: string;
  /** Whether an id of a row goes there. */
  takesId: boolean;
  body: (text: string) => unknown;
}

type Known = Readonly<Record<string, unknown>>;

const optionsOf = (shape: JsonSchema): JsonSchema[] | undefined => shape.anyOf ?? shape.oneOf;
const isId = (shape: JsonSchema): boolean => /a-z0-9/.test((shape as { pattern?: string }).pattern ?? '');

/** What a shape asks for at least; of what it must name the values that are known by the name of the field. */
function least(shape: JsonSchema, known: Known, key = ''): unknown {
  if (key in known) return known[key];
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  const [first] = optionsOf(shape) ?? [];
  if (first) return least(first, known, key);
  switch (shape.type) {
    case 'object':
      return Object.fromEntries(
        (shape.required ?? []).map((name) => [name, least(shape.properties?.[name] ?? {}, known, name)]),
      );
    case 'array':
      return shape.items ? [least(shape.items, known)] : [];
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return 1;
    default:
      return '1';
  }
}

/** The smallest body, once for each value of what must be one of several: which decides what else is read. */
export function leastOfEach(shape: JsonSchema, known: Known): Record<string, unknown>[] {
  const body = least(shape, known) as Record<string, unknown>;
  const choices = (shape.required ?? []).flatMap((name) => {
    const values = shape.properties?.[name]?.enum ?? [];
    return values.length > 1 ? [values.map((value) => ({ ...body, [name]: value }))] : [];
  });
  return choices[0] ?? [body];
}

/** Every place of a shape where a text goes. */
export function placesOf(shape: JsonSchema, known: Known, at = ''): Place[] {
  const options = optionsOf(shape);
  if (options) return options.flatMap((option) => placesOf(option, known, at));
  if (shape.type === 'array') {
    return placesOf(shape.items ?? {}, known, `${at}.0`).map((place) => ({
      ...place,
      body: (text) => [place.body(text)],
    }));
  }
  if (shape.type === 'object') {
    return leastOfEach(shape, known).flatMap((around) =>
      Object.entries(shape.properties ?? {}).flatMap(([key, inner]) =>
        placesOf(inner, known, `${at}.${key}`).map((place) => ({
          ...place,
          body: (text: string) => ({ ...around, [key]: place.body(text) }),
        })),
      ),
    );
  }
  return shape.type === 'string' && !shape.enum ? [{ at, takesId: isId(shape), body: (text) => text }] : [];
}
