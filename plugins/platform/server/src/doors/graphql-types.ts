import { z } from 'zod';

interface JsonSchema {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  enum?: unknown[];
  anyOf?: JsonSchema[];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const isName = (text: string): boolean => /^[_A-Za-z][_0-9A-Za-z]*$/.test(text);

export const jsonSchemaOf = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;

/**
 * GraphQL input types of an action's shape, as SDL. Unions and free JSON become the scalar JSON; zod still says what is
 * right, so the door is as strict as REST.
 */
export function inputTypes(name: string, schema: z.ZodType): { root: string | undefined; sdl: string[] } {
  const sdl: string[] = [];

  function typeOf(node: JsonSchema, typeName: string): string {
    switch (node.type) {
      case 'string':
        return 'String';
      case 'integer':
        return 'Int';
      case 'number':
        return 'Float';
      case 'boolean':
        return 'Boolean';
      case 'array':
        return `[${typeOf(node.items ?? {}, typeName)}!]`;
      case 'object':
        return objectType(node, typeName) ?? 'JSON';
      default:
        return 'JSON';
    }
  }

  function objectType(node: JsonSchema, typeName: string): string | undefined {
    const properties = Object.entries(node.properties ?? {}).filter(([key]) => isName(key));
    if (properties.length === 0) return undefined;
    const fields = properties.map(([key, inner]) => {
      const required = node.required?.includes(key) ? '!' : '';
      return `  ${key}: ${typeOf(inner, `${typeName}${capital(key)}`)}${required}`;
    });
    sdl.push(`input ${typeName} {\n${fields.join('\n')}\n}`);
    return typeName;
  }

  const root = objectType(jsonSchemaOf(schema), `${capital(name)}Input`);
  return { root, sdl };
}
