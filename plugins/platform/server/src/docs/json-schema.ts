import { z } from 'zod';

/** What we read of a JSON schema. */
export interface JsonSchema {
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  type?: string;
  format?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
}

const LOCAL = '#/$defs/';

/**
 * A shape as JSON schema, as it comes in or goes out. Shapes that have an id are named under `$defs` and referred to.
 * What JSON schema cannot say is left open: zod has the last word.
 */
export function jsonSchemaOf(shape: z.ZodType, io: 'input' | 'output' = 'input'): JsonSchema {
  const made = z.toJSONSchema(shape, { io, unrepresentable: 'any' }) as JsonSchema & { $schema?: string; id?: string };
  const { $schema: _, ...schema } = made;
  return schema;
}

/** What a reference inside of `root` stands for, with its name; other schemas as they are. */
export function resolved(schema: JsonSchema, root: JsonSchema): { name?: string; schema: JsonSchema } {
  if (!schema.$ref?.startsWith(LOCAL)) return { schema };
  const name = schema.$ref.slice(LOCAL.length);
  return { name, schema: root.$defs?.[name] ?? {} };
}

/** The alternatives of a schema, without null. */
export function alternativesOf(schema: JsonSchema): { options: JsonSchema[]; nullable: boolean } {
  const all = schema.anyOf ?? schema.oneOf ?? [schema];
  const options = all.filter((one) => one.type !== 'null');
  return { options, nullable: options.length < all.length };
}
