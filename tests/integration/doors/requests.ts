import fc from 'fast-check';
import { jsonSchemaOf } from '../../../plugins/platform/server/src/docs/json-schema';
import { type Body, bodies, type Json, junk, type Shape } from './junk';
import { brackets, queries } from './queries';
import { type Attribute, attributesOf, behind, type GraphqlTypes, type Route, selection, type World } from './world';

/** Who asks: a visitor, member B, the super admin, or staff of a role. */
export type Who = 'visitor' | 'member' | 'super' | 'owner' | 'billing' | 'sales' | 'storekeeper' | 'technician';

export interface Asked {
  who: Who;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  body?: string;
  type?: string;
  key?: string;
  /** A body in the shape that the door asks for, with ids of rows that are there. */
  right?: boolean;
  /** Of GraphQL: whether it may write. */
  writes: boolean;
}

/** Document ids by type, and all of them. */
export interface Ids {
  of: (uid: string | undefined) => readonly string[];
  all: readonly string[];
}

const JSON_TYPE = 'application/json';
const OF_STAFF: Who[] = ['super', 'super', 'super', 'owner', 'owner', 'billing', 'billing', 'sales', 'storekeeper'];
const staffFirst = fc.constantFrom<Who>(...OF_STAFF, 'technician', 'member', 'visitor');
const memberFirst = fc.constantFrom<Who>('member', 'member', 'member', 'member', 'visitor', 'super');
const key = fc.option(fc.constantFrom('k1', 'k2', 'x'.repeat(300), '%00', ' '), { nil: undefined, freq: 6 });
const wrongPaths = ['0', '-1', '1', '%00', '%E0', 'null', 'a'.repeat(500), '%2e%2e%2f', encodeURIComponent('ก'), "'"];

const idIn = (ids: Ids, uid: string | undefined): fc.Arbitrary<string> => {
  const own = ids.of(uid);
  return fc.oneof(
    { weight: own.length > 0 ? 6 : 0, arbitrary: fc.constantFrom(...(own.length > 0 ? own : [''])) },
    { weight: 2, arbitrary: fc.constantFrom(...ids.all) },
    { weight: 1, arbitrary: fc.constantFrom(...wrongPaths) },
  );
};

const written = ({ value, right }: Body) => ({ body: JSON.stringify(value), type: JSON_TYPE, right });
/** Bodies that no parser reads. */
const torn = fc.constantFrom(
  { body: '{"a":', type: JSON_TYPE, right: false },
  { body: '<a/>', type: 'text/xml', right: false },
  { body: 'a=1', type: 'x/y', right: false },
  { body: '--b\r\nContent', type: 'multipart/form-data; boundary=b', right: false },
);

/** Requests at one REST door of the suite. */
export function atDoor(world: World, route: Route, ids: Ids): fc.Arbitrary<Asked> {
  const { action, read } = behind(world, route);
  const who = route.side === 'admin' ? staffFirst : memberFirst;
  const shape = action && !action.multipart ? jsonSchemaOf(action.input) : undefined;
  const path = route.path.includes(':name')
    ? fc.constantFrom('platform.deliver-events', 'platform.send-mail', 'platform.tidy-job-runs', ...wrongPaths)
    : route.path.includes(':code')
      ? fc.constantFrom('sales', 'receivables', 'statement', 'output-vat', 'withheld', 'orders', ...wrongPaths)
      : idIn(ids, action?.subject ?? read?.type);
  const at = path.map((id) => route.path.replace(/:\w+/g, id));
  if (route.method === 'GET') {
    const search =
      action && shape
        ? bodies(shape, ids.all).map(({ value }) => brackets(typeof value === 'object' ? value : { value }, ''))
        : queries(Object.keys(attributesOf(world, read?.type ?? '')), ids.all).map((query) => [query]);
    return fc.tuple(who, at, search).map(([from, url, parts]) => ({
      who: from,
      method: 'GET' as const,
      url: `${url}?${parts.join('&').slice(0, 12_000)}`,
      writes: false,
    }));
  }
  const body = fc.oneof({ weight: 14, arbitrary: bodies(shape, ids.all).map(written) }, { weight: 1, arbitrary: torn });
  return fc.tuple(who, at, body, key).map(([from, url, sent, idempotency]) => ({
    who: from,
    method: route.method,
    url,
    key: idempotency,
    ...sent,
    writes: true,
  }));
}

/** The shape that the content manager saves a type in. */
function shapeOfType(world: World, uid: string): Shape {
  const link: Shape = { type: 'array', items: { type: 'object', properties: { documentId: { type: 'string' } } } };
  const relation: Shape = {
    anyOf: [{ type: 'string' }, { type: 'object', properties: { connect: link, disconnect: link, set: link } }],
  };
  const of = (attribute: Attribute): Shape => {
    if (attribute.type === 'relation') return relation;
    if (attribute.type === 'enumeration') return { enum: attribute.enum };
    if (attribute.type === 'integer' || attribute.type === 'boolean') return { type: attribute.type };
    if (attribute.type === 'json') return {};
    return { type: 'string' };
  };
  const own = Object.entries(attributesOf(world, uid)).filter(([name]) => !/^(created|updated|published)/.test(name));
  return { type: 'object', properties: Object.fromEntries(own.map(([name, attribute]) => [name, of(attribute)])) };
}

/** The content manager on one of our types: list, read, create, save, delete. */
export function atContentManager(world: World, uid: string, ids: Ids): fc.Arbitrary<Asked> {
  const isSingle = (world.app.strapi.contentTypes[uid as never] as { kind?: string }).kind === 'singleType';
  const base = `/content-manager/${isSingle ? 'single' : 'collection'}-types/${uid}`;
  const body = bodies(shapeOfType(world, uid), ids.all).map(written);
  const row = idIn(ids, uid).map((id) => (isSingle ? base : `${base}/${id}`));
  const query = queries(Object.keys(attributesOf(world, uid)), ids.all);
  const asked = (method: Asked['method'], url: fc.Arbitrary<string>, writes: boolean): fc.Arbitrary<Asked> =>
    fc
      .tuple(staffFirst, url, body)
      .map(([who, at, sent]) => ({ who, method, url: at, writes, ...(writes ? sent : {}) }));
  return fc.oneof(
    { weight: 5, arbitrary: asked('PUT', row, true) },
    { weight: isSingle ? 0 : 5, arbitrary: asked('POST', fc.constant(base), true) },
    { weight: isSingle ? 0 : 1, arbitrary: asked('DELETE', row, true) },
    {
      weight: 2,
      arbitrary: asked(
        'GET',
        fc.tuple(row, query).map((parts) => parts.join('?')),
        false,
      ),
    },
    {
      weight: 2,
      arbitrary: asked(
        'GET',
        query.map((search) => `${base}?${search}`),
        false,
      ),
    },
  );
}

/** Registrations of which one field is nonsense. */
export function atRegistration(ids: Ids): fc.Arbitrary<Asked> {
  const fields = ['username', 'email', 'password', 'taxId', 'address', 'phone', 'name', 'kind', 'role', 'id'];
  const right = { username: 'fuzzed', email: 'fuzzed@example.com', password: 'Secret-pass1' };
  return fc.tuple(bodies(undefined, ids.all), fc.constantFrom(...fields)).map(([{ value }, field]) => ({
    who: 'visitor' as const,
    method: 'POST' as const,
    url: '/api/auth/local/register',
    body: JSON.stringify({ ...right, [field]: value }),
    type: JSON_TYPE,
    writes: true,
  }));
}

/** Requests at the GraphQL door: each field of ours with arguments right and wrong. */
export function atGraphql(world: World, types: GraphqlTypes, ids: Ids): fc.Arbitrary<Asked>[] {
  const actions = world.registry
    .all()
    .flatMap((definition) => definition.actions ?? [])
    .filter(({ graphql, multipart }) => graphql !== 'none' && !multipart);
  const ours = (name: string): boolean =>
    /^(sales|billing|crm|platform|contracts)/i.test(name) ||
    name === 'register' ||
    actions.some((one) => one.name === name);
  const fields = (['query', 'mutation'] as const).flatMap((root) =>
    types[root].filter(({ name }) => ours(name)).map((field) => ({ root, field })),
  );
  return fields.map(({ root, field }) => {
    const action = actions.find((one) => one.name === field.name);
    const values = field.args.map(({ name }): fc.Arbitrary<Json> => {
      if (name === 'input' && action) return bodies(jsonSchemaOf(action.input), ids.all).map(({ value }) => value);
      if (name === 'id' || name === 'documentId') return fc.oneof(idIn(ids, action?.subject), junk);
      if (name === 'pagination') {
        return fc.record({ page: junk, pageSize: junk, start: junk, limit: junk }, { requiredKeys: [] });
      }
      if (name === 'sort') return fc.oneof(fc.constantFrom('number:asc', 'nothing:desc', 'customer.name'), junk);
      if (name === 'filters') {
        const operator = fc.constantFrom('eq', 'between', 'in', 'startsWith', 'not', 'null', 'gt');
        const condition = fc.tuple(
          fc.constantFrom('number', 'documentId', 'total', 'issuedOn', 'createdAt', 'id'),
          operator,
          fc.oneof(junk, fc.constantFrom(...ids.all)),
        );
        return condition.map(([attribute, how, value]) => ({ [attribute]: { [how]: value } }));
      }
      return fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: junk });
    });
    const list = field.args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
    const given = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
    const head = list ? `${root} Q(${list})` : root;
    const ask = (depth: number): string =>
      `${head} { ${field.name}${given ? `(${given})` : ''} ${selection(types, field, depth)} }`;
    const query = fc.oneof(
      { weight: 5, arbitrary: fc.constant(ask(0)) },
      { weight: 1, arbitrary: fc.constant(ask(1)) },
    );
    return fc.tuple(memberFirst, query, fc.tuple(...values)).map(([who, text, args]): Asked => {
      const variables = Object.fromEntries(field.args.map((arg, at) => [arg.name, args[at]]));
      const body = JSON.stringify({ query: text, variables });
      return { who, method: 'POST', url: '/graphql', body, type: JSON_TYPE, writes: root === 'mutation' };
    });
  });
}
