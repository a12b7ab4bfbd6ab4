import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import { formatQuantity, isRefusal } from '../../../kernel/src';
import type { Action } from '../../../kit/src/actions';
import type { Caller } from '../../../kit/src/caller';
import type { PluginDefinition } from '../../../kit/src/plugin';
import type { Callers } from '../core/callers';
import type { Messages } from '../core/messages';
import type { Violations } from '../guards/violations';
import type { GraphqlTypes } from './graphql-types';
import type { Perform } from './perform';
import type { RateLimit } from './rate-limit';
import { isQuantity } from './quantities';
import { refusalAnswer } from './refusal-answer';
import { wire } from './wire';

interface Arguments {
  [parameter: string]: unknown;
  input?: unknown;
  idempotencyKey?: string | null;
}

interface Needs {
  callers: Callers;
  messages: Messages;
  violations: Violations;
  perform: Perform;
  refresh: () => Promise<void>;
  callerOf: (ctx: never) => Promise<Caller>;
  types: GraphqlTypes;
  limit: RateLimit;
}

interface GraphqlExtension {
  use(extension: unknown): void;
  shadowCRUD(uid: string): {
    disable(): unknown;
    disableMutations(): unknown;
    field(name: string): { disableOutput(): { disableFilters(): unknown } };
  };
}

/**
 * The GraphQL door: each storefront action becomes a field named after its use case; generated mutations are off
 * everywhere, generated queries stay only for types with a storefront read door.
 */
export function registerGraphql(strapi: Core.Strapi, definition: PluginDefinition, needs: () => Needs): void {
  const plugin = strapi.plugin('graphql');
  if (!plugin) return;
  const extension = plugin.service('extension') as GraphqlExtension;

  for (const name of Object.keys(definition.contentTypes)) {
    const uid = `plugin::${definition.id}.${name}`;
    const read = definition.reads?.find((candidate) => candidate.type === uid);
    if (!read?.storefront) {
      extension.shadowCRUD(uid).disable();
      continue;
    }
    extension.shadowCRUD(uid).disableMutations();
    decimalQuantities(strapi, extension, uid, definition.contentTypes[name]?.schema);
  }

  const actions = (definition.actions ?? []).filter(
    (action) => action.storefront && !action.multipart && !answersFile(action) && action.graphql !== 'none',
  );
  if (actions.length === 0) return;
  const { types } = needs();
  const fields = actions.map((action) => fieldOf(action, types));
  const typeDefs = [types.sdl(), ...fields].join('\n');
  extension.use(() => ({
    typeDefs,
    resolvers: { ...resolvers(strapi, definition.id, actions, needs), ...types.resolvers() },
    resolversConfig: Object.fromEntries(
      actions.map((action) => [
        `${rootOf(action)}.${action.name}`,
        { auth: { scope: [`plugin::${definition.id}.actions.${action.name}`] } },
      ]),
    ),
  }));
}

/** `Long` cannot say 1.5: quantities are fields of our own, text as on every other wire. */
function decimalQuantities(strapi: Core.Strapi, extension: GraphqlExtension, uid: string, schema: unknown): void {
  const { attributes = {} } = schema as { attributes?: Record<string, { required?: boolean }> };
  const names = Object.keys(attributes).filter((name) => isQuantity(attributes[name]));
  if (names.length === 0) return;
  for (const name of names) extension.shadowCRUD(uid).field(name).disableOutput().disableFilters();
  extension.use(() => {
    const { naming } = strapi.plugin('graphql').service('utils') as {
      naming: { getTypeName(contentType: unknown): string };
    };
    const type = naming.getTypeName(strapi.contentTypes[uid as never]);
    const resolve = (name: string) => (row: Record<string, unknown>) =>
      row[name] === null || row[name] === undefined ? null : formatQuantity(BigInt(row[name] as string));
    return {
      typeDefs: `extend type ${type} {\n${names.map((name) => `  "A decimal"\n  ${name}: String`).join('\n')}\n}`,
      resolvers: { [type]: Object.fromEntries(names.map((name) => [name, { resolve: resolve(name) }])) },
    };
  });
}

const rootOf = (action: Action): 'Query' | 'Mutation' =>
  (action.graphql ?? (action.writes === false ? 'query' : 'mutation')) === 'query' ? 'Query' : 'Mutation';

/** Names of what the path of the storefront door takes. */
const parametersOf = ({ storefront }: Action): string[] =>
  (storefront?.path.match(/:\w+/g) ?? []).map((name) => name.slice(1));

const answersFile = ({ output }: Action): boolean => output.meta()?.format === 'binary';

function fieldOf(action: Action, types: GraphqlTypes): string {
  const root = types.input(action.name, action.input);
  const answer = types.output(action.name, action.output);
  const parameters = [
    ...parametersOf(action).map((name) => `${name}: ID!`),
    ...(root ? [`input: ${root}`] : []),
    ...(action.writes === false ? [] : ['idempotencyKey: String']),
  ];
  const list = parameters.length > 0 ? `(${parameters.join(', ')})` : '';
  return `extend type ${rootOf(action)} {\n  ${JSON.stringify(action.summary)}\n  ${action.name}${list}: ${answer}\n}`;
}

function resolvers(strapi: Core.Strapi, pluginId: string, actions: readonly Action[], needs: () => Needs) {
  const tables: Record<string, Record<string, unknown>> = {};
  for (const action of actions) {
    const root = rootOf(action);
    tables[root] ??= {};
    tables[root][action.name] = {
      resolve: async (_parent: unknown, args: Arguments) => {
        const { callers, messages, violations, perform, refresh, callerOf, limit } = needs();
        await refresh();
        const ctx = strapi.requestContext.get();
        const caller = await callerOf(ctx as never);
        const { limitPerMinute } = action.storefront ?? {};
        try {
          if (limitPerMinute) await limit(`${pluginId}.${action.name}`, limitPerMinute, caller, ctx?.request.ip ?? '');
          const answer = await callers.as(caller, () =>
            perform(pluginId, action, {
              caller,
              // `Long` is a bigint here, minor units as text at every other door.
              raw: wire(args.input ?? {}),
              params: Object.fromEntries(parametersOf(action).map((name) => [name, String(args[name])])),
              query: {},
              files: [],
              // GraphQL has a null where REST has nothing.
              idempotencyKey: args.idempotencyKey ?? undefined,
            }),
          );
          return answer.body;
        } catch (error) {
          const refusal = isRefusal(error) ? error : violations(error);
          if (!refusal) throw error;
          const { error: shape } = refusalAnswer(refusal, caller.language, messages);
          throw new errors.ApplicationError(shape.message, { ...shape.details, status: shape.status });
        }
      },
    };
  }
  return tables;
}
