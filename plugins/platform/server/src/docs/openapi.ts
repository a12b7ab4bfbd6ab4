import type { Core } from '@strapi/types';
import type { Action } from '../../../kit/src/actions';
import type { PluginDefinition, Read } from '../../../kit/src/plugin';
import { jsonSchemaOf } from './json-schema';
import { rowSchema } from './row-schema';

type Json = Record<string, unknown>;
type Side = 'storefront' | 'staff';

const ref = (kind: string, name: string): Json => ({ $ref: `#/components/${kind}/${name}` });
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const pathOf = (prefix: string, path: string): string => `${prefix}${path}`.replace(/:([A-Za-z]+)/g, '{$1}');
const namesIn = (path: string): string[] => [...path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => name ?? '');

type Shape = Action['input'];

/** Shapes with an id, which every operation that answers them refers to. */
type Named = Map<string, Json>;

const keep = (named: Named, name: string, schema: Json): void => {
  const known = named.get(name);
  if (known && JSON.stringify(known) !== JSON.stringify(schema)) throw new Error(`Two shapes have the id ${name}`);
  named.set(name, schema);
};

const schemaOf = (shape: Shape): Json => jsonSchemaOf(shape) as Json;

function answerOf(shape: Shape, named: Named): Json {
  const text = JSON.stringify(jsonSchemaOf(shape, 'output')).replaceAll('"#/$defs/', '"#/components/schemas/');
  const { $defs = {}, ...schema } = JSON.parse(text) as { $defs?: Record<string, Json> } & Json;
  for (const [name, one] of Object.entries($defs)) keep(named, name, one);
  const id = shape.meta()?.id;
  if (id === undefined) return schema;
  keep(named, id, schema);
  return ref('schemas', id);
}

const FILE: Json = {
  description: 'The file',
  content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
};

function successOf({ output }: Action, named: Named): Json {
  return output.meta()?.format === 'binary' ? FILE : answered(answerOf(output, named));
}

const pathParameters = (path: string): Json[] =>
  namesIn(path).map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));

const REFUSALS = { '4XX': ref('responses', 'Refused') };
const answered = (data: unknown): Json => ({
  description: 'Done',
  content: {
    'application/json': { schema: { type: 'object', properties: { data, meta: { type: 'object' } } } },
  },
});

function security(action: Action, side: Side): Json[] {
  if (side === 'staff') return [{ staff: [] }];
  return action.storefront?.who === 'public' ? [{}, { member: [] }] : [{ member: [] }];
}

function bodyOf(action: Action): Json {
  const type = action.multipart ? 'multipart/form-data' : 'application/json';
  const schema = action.multipart
    ? { type: 'object', properties: { file: { type: 'string', format: 'binary' } } }
    : schemaOf(action.input);
  return { requestBody: { content: { [type]: { schema } } } };
}

const queryOf = (action: Action): Json[] => {
  const { properties = {}, required = [] } = schemaOf(action.input) as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
};

function operation(plugin: string, action: Action, side: Side, named: Named): Json {
  const door = action[side];
  const get = door?.method === 'GET';
  const keyed = action.writes !== false ? [ref('parameters', 'IdempotencyKey')] : [];
  return {
    operationId: side === 'storefront' ? action.name : `${action.name}ByStaff`,
    tags: [plugin],
    summary: action.summary,
    ...(side === 'staff' ? { 'x-permission': `plugin::${plugin}.${action.staff?.permission}` } : {}),
    security: security(action, side),
    parameters: [
      ...pathParameters(door?.path ?? ''),
      ...(get ? queryOf(action) : []),
      ...keyed,
      ref('parameters', 'AcceptLanguage'),
    ],
    ...(get ? {} : bodyOf(action)),
    responses: { [String(action.status ?? 200)]: successOf(action, named), ...REFUSALS },
  };
}

const READ_PARAMETERS = ['Filters', 'Sort', 'Fields', 'Populate', 'Page', 'PageSize'].map((name) =>
  ref('parameters', name),
);

const rowName = ({ type }: Read): string => {
  const [, plugin = '', name = ''] = /^plugin::([^.]+)\.(.+)$/.exec(type) ?? [];
  return `${plugin}-${name}`.split('-').map(capital).join('');
};

function readOperations(plugin: string, read: Read, side: Side, named: Named): [string, Json][] {
  const prefix = side === 'storefront' ? `/api/${plugin}` : `/${plugin}`;
  const name = `${rowName(read)}${side === 'staff' ? 'ByStaff' : ''}`;
  const row = ref('schemas', rowName(read));
  const beside = side === 'storefront' ? read.beside : read.staffBeside;
  const whole = beside ? { allOf: [row, answerOf(beside.output, named)] } : row;
  const open = side === 'storefront' && read.storefront === 'public' ? [{}] : [];
  const common = { tags: [plugin], security: [...open, { [side === 'staff' ? 'staff' : 'member']: [] }] };
  const list = {
    ...common,
    operationId: `list${name}`,
    summary: `List: filters, sort, fields, populate and pagination as Strapi has them`,
    parameters: READ_PARAMETERS,
    responses: { '200': answered({ type: 'array', items: row }), ...REFUSALS },
  };
  const one = {
    ...common,
    operationId: `read${name}`,
    summary: 'One by its document id',
    parameters: [...pathParameters('/:id'), ref('parameters', 'Fields'), ref('parameters', 'Populate')],
    responses: { '200': answered(whole), ...REFUSALS },
  };
  return [
    [pathOf(prefix, read.path), { get: list }],
    [pathOf(prefix, `${read.path}/:id`), { get: one }],
  ];
}

function doorsOf({ id, actions = [], reads = [] }: PluginDefinition, named: Named): [string, Json][] {
  const sides: readonly Side[] = ['storefront', 'staff'];
  return sides.flatMap((side) => [
    ...actions.flatMap((action): [string, Json][] => {
      const door = action[side];
      if (!door) return [];
      const path = pathOf(side === 'storefront' ? `/api/${id}` : `/${id}`, door.path);
      return [[path, { [door.method.toLowerCase()]: operation(id, action, side, named) }]];
    }),
    ...reads.filter((read) => read[side]).flatMap((read) => readOperations(id, read, side, named)),
  ]);
}

const text = { type: 'string' };
const query = (name: string, schema: Json, description: string): Json => ({ name, in: 'query', schema, description });

const components = {
  securitySchemes: {
    member: { type: 'http', scheme: 'bearer', description: 'Token of POST /api/auth/local' },
    staff: { type: 'http', scheme: 'bearer', description: 'Session of the admin panel, or an admin API token' },
  },
  parameters: {
    IdempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      schema: { ...text, maxLength: 200 },
      description: 'A retry with the same key gets the first answer; with another body it is refused',
    },
    AcceptLanguage: { name: 'Accept-Language', in: 'header', schema: { ...text, enum: ['th', 'en'] } },
    Filters: { ...query('filters', { type: 'object' }, 'filters[state][$eq]=open'), style: 'deepObject' },
    Sort: query('sort', text, 'sort=issuedOn:desc'),
    Fields: query('fields', { type: 'array', items: text }, 'fields[0]=number'),
    Populate: query('populate', text, 'populate[0]=lines'),
    Page: query('pagination[page]', { type: 'integer', minimum: 1 }, 'Which page'),
    PageSize: query('pagination[pageSize]', { type: 'integer', minimum: 1, maximum: 100 }, 'Rows a page'),
  },
  responses: {
    Refused: {
      description: 'What was wrong, and what would be right',
      content: { 'application/json': { schema: ref('schemas', 'Refusal') } },
    },
  },
};

const refusal = {
  type: 'object',
  properties: {
    data: { type: 'null' },
    error: {
      type: 'object',
      properties: {
        status: { type: 'integer' },
        name: text,
        message: { ...text, description: 'In the language of Accept-Language' },
        details: {
          type: 'object',
          properties: { code: { ...text, description: 'Stable' }, field: text, params: { type: 'object' } },
        },
      },
    },
  },
};

const sorted = <T>(entries: Iterable<[string, T]>): Record<string, T> =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));

/** The OpenAPI 3.1 description of every door of the suite on this site, from what the plugins declare. */
export function openapi(strapi: Core.Strapi, definitions: readonly PluginDefinition[]): Json {
  const paths = new Map<string, Json>();
  const named: Named = new Map();
  for (const [path, methods] of definitions.flatMap((one) => doorsOf(one, named)))
    paths.set(path, { ...paths.get(path), ...methods });
  const rows = definitions.flatMap(({ reads = [] }) =>
    reads.map((read): [string, Json] => [rowName(read), rowSchema(strapi, read.type)]),
  );
  return {
    openapi: '3.1.0',
    info: {
      title: 'Sanya',
      version: '0.1.0',
      license: { name: 'MIT', identifier: 'MIT' },
      description:
        'Money is minor units as a string beside `currency`; quantities are decimal strings, in filters too.',
    },
    paths: sorted(paths),
    components: { ...components, schemas: sorted([['Refusal', refusal], ...named, ...rows]) },
  };
}
