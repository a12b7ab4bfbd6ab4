import type { z } from 'zod';
import { alternativesOf, type JsonSchema, jsonSchemaOf, resolved } from '../docs/json-schema';

type Way = 'input' | 'output';
type Named = ReturnType<typeof resolved>;
type Properties = JsonSchema['properties'];

const SUFFIX = { input: 'Input', output: 'Payload' } as const;
const ENUM_SUFFIX = { input: 'InputEnum', output: 'Enum' } as const;
const SCALARS: Record<string, string> = { integer: 'Int', number: 'Float', boolean: 'Boolean', string: 'String' };
/** Of these formats Strapi has scalars. A quantity stays text: `Long` cannot say 1.5. */
const FORMATS: Record<string, string> = { 'minor-units': 'Long', date: 'Date', 'date-time': 'DateTime' };

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const isName = (text: string): boolean => /^[_A-Za-z][_0-9A-Za-z]*$/.test(text) && !text.startsWith('__');
const NO_ENUM_VALUE = new Set(['true', 'false', 'null']);
const isEnumValue = (value: unknown): boolean =>
  typeof value === 'string' && isName(value) && !NO_ENUM_VALUE.has(value);

/** One alternative of a union on the way out, and the value of the field by which it is known. */
interface Member {
  name: string;
  value: string;
}

/**
 * GraphQL types of the shapes of all actions, as SDL. A shape with an id gives one type, whoever answers it
 * (`OrderPayload`); others are named by action and field (`PlaceOrderLinesInput`). On the way in an object or its
 * abbreviation is the object, and alternatives of objects are one object in which everything is optional: zod still says
 * what is right, so the door is as strict as REST. On the way out, alternatives told apart by a field are a union.
 */
export function createGraphqlTypes() {
  const made = new Map<string, string>();
  const unions = new Map<string, { key: string; members: readonly Member[] }>();
  let fresh: string[] = [];

  function make(name: string, sdl: string): string {
    const known = made.get(name);
    if (known !== undefined && known !== sdl) throw new Error(`Two shapes would both be the GraphQL type ${name}`);
    if (known === undefined) {
      made.set(name, sdl);
      fresh.push(sdl);
    }
    return name;
  }

  function writer(way: Way, root: JsonSchema) {
    function enumType(base: string, values: readonly unknown[]): string {
      if (!values.every(isEnumValue)) return 'String';
      return make(`${base}${ENUM_SUFFIX[way]}`, `enum ${base}${ENUM_SUFFIX[way]} {\n  ${values.join('\n  ')}\n}`);
    }

    function objectType(base: string, node: JsonSchema, optional = false): string {
      const properties = Object.entries(node.properties ?? {}).filter(([key]) => isName(key));
      if (properties.length === 0) return 'JSON';
      const fields = properties.map(([key, inner]) => {
        const isGiven = !optional && node.required?.includes(key) && !alternativesOf(inner).nullable;
        return `  ${key}: ${typeOf(`${base}${capital(key)}`, inner)}${isGiven ? '!' : ''}`;
      });
      const name = `${base}${SUFFIX[way]}`;
      return make(name, `${way === 'input' ? 'input' : 'type'} ${name} {\n${fields.join('\n')}\n}`);
    }

    /** The field whose value tells the alternatives apart. */
    function discriminator(options: readonly JsonSchema[]): { key: string; values: string[] } | undefined {
      for (const key of Object.keys(options[0]?.properties ?? {})) {
        const values = options.map((one) => one.properties?.[key]?.const);
        if (values.every((one) => typeof one === 'string' && isName(one)) && new Set(values).size === values.length) {
          return { key, values: values as string[] };
        }
      }
      return undefined;
    }

    function unionType(base: string, options: readonly Named[], by: { key: string; values: string[] }): string {
      const members = options.map(({ name, schema }, index): Member => {
        const value = by.values[index] ?? '';
        const camel = value.split('_').map(capital).join('');
        return { value, name: objectType(name ?? `${base}${camel}`, schema) };
      });
      const name = `${base}${SUFFIX[way]}`;
      unions.set(name, { key: by.key, members });
      return make(name, `union ${name} = ${members.map((one) => one.name).join(' | ')}`);
    }

    /** Of scalars: text, in which everything can be said. */
    function scalarOf(options: readonly Named[]): string {
      const [first = '', ...others] = new Set(options.map(({ schema }) => schema.type ?? ''));
      if (others.length > 0) return 'String';
      return SCALARS[first] ?? 'JSON';
    }

    function oneOf(base: string, options: readonly Named[]): string {
      const objects = options.filter(({ schema }) => schema.type === 'object' && schema.properties);
      const [only] = objects;
      if (!only) return scalarOf(options);
      if (objects.length === 1 && way === 'input') return objectType(only.name ?? base, only.schema);
      if (objects.length < options.length) return 'JSON';
      const by = way === 'output' ? discriminator(objects.map(({ schema }) => schema)) : undefined;
      if (by) return unionType(base, objects, by);
      const properties = Object.assign({}, ...objects.map(({ schema }) => schema.properties)) as Properties;
      return objectType(base, { properties }, true);
    }

    function typeOf(base: string, node: JsonSchema): string {
      const scalar = FORMATS[node.format ?? ''];
      if (scalar) return scalar;
      const { options } = alternativesOf(node);
      const [only, ...others] = options.map((one): Named => resolved(one, root));
      if (!only) return 'JSON';
      if (others.length > 0) return oneOf(base, [only, ...others]);
      if (only.schema !== node) return typeOf(only.name ?? base, only.schema);
      if (node.enum) return enumType(base, node.enum);
      if (node.type === 'array') return `[${typeOf(base, node.items ?? {})}!]`;
      if (node.type === 'object') return objectType(base, node);
      return SCALARS[node.type ?? ''] ?? 'JSON';
    }

    return typeOf;
  }

  return {
    /** The type of the argument `input`; undefined where nothing is asked for. */
    input(action: string, shape: z.ZodType): string | undefined {
      const schema = jsonSchemaOf(shape, 'input');
      const name = writer('input', schema)(shape.meta()?.id ?? capital(action), schema);
      // Names that nobody knows beforehand are plain JSON.
      return name === 'JSON' && !schema.additionalProperties ? undefined : name;
    },
    output(action: string, shape: z.ZodType): string {
      const schema = jsonSchemaOf(shape, 'output');
      return writer('output', schema)(shape.meta()?.id ?? capital(action), schema);
    },
    /** What was made since it was last asked. */
    sdl(): string {
      const since = fresh;
      fresh = [];
      return since.join('\n');
    },
    /** Tells Strapi which member of a union an answer is. */
    resolvers: (): Record<string, { __resolveType: (row: Record<string, unknown>) => string | undefined }> =>
      Object.fromEntries(
        [...unions].map(([name, { key, members }]) => [
          name,
          { __resolveType: (row) => members.find(({ value }) => value === row[key])?.name },
        ]),
      ),
  };
}

export type GraphqlTypes = ReturnType<typeof createGraphqlTypes>;
