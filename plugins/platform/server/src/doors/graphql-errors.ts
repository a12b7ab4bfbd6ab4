import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import { badInput, isRefusal, pickLanguage, type Refusal } from '../../../kernel/src';
import type { Messages } from '../core/messages';
import { withCode } from '../guards/core-refusals';
import { isUnreadable } from '../guards/unreadable';
import type { Violations } from '../guards/violations';
import { refusalAnswer } from './refusal-answer';

interface Request {
  contextValue?: { koaContext?: { get(header: string): string } };
  operation?: { operation?: string } | null;
  errors: readonly { originalError?: unknown; path?: unknown; extensions: { code?: string } }[];
}

interface Needs {
  violations: () => Violations;
  messages: () => Messages;
}

/** graphql-js wraps what it does not recognise as an error. */
const thrownOf = (error: unknown): unknown => (error as { thrownValue?: unknown } | undefined)?.thrownValue ?? error;

const CONFIG = 'plugin::graphql.apolloServer';

/**
 * GraphQL knows only Strapi's errors, and calls every other an internal one: what REST's input guard explains is put
 * in Strapi's form before it is formatted, whichever field of a query or mutation it came from.
 */
export function tellErrorsInGraphql(strapi: Core.Strapi, { violations, messages }: Needs): void {
  if (!strapi.plugin('graphql')) return;

  function refusalOf(method: string, error: unknown): Refusal | undefined {
    if (isRefusal(error)) return error;
    return violations()(error) ?? (isUnreadable(method, error) ? badInput('input.not_readable') : undefined);
  }

  function explain({ contextValue, operation, errors: found }: Request): void {
    const method = operation?.operation === 'mutation' ? 'POST' : 'GET';
    const language = pickLanguage(contextValue?.koaContext?.get('Accept-Language') || undefined, 'en');
    for (const one of found) {
      const thrown = thrownOf(one.originalError);
      // graphql-js on the request itself, such as "too many errors processing variables".
      if (thrown === undefined && one.path === undefined) one.extensions.code ??= 'BAD_USER_INPUT';
      if (typeof thrown !== 'object' || thrown === null) continue;
      const refusal = refusalOf(method, thrown);
      if (!refusal) {
        withCode(thrown);
        continue;
      }
      const { error: shape } = refusalAnswer(refusal, language, messages());
      const told = new errors.ApplicationError(shape.message, { ...shape.details, status: shape.status });
      Object.defineProperty(one, 'originalError', { value: told });
    }
  }

  const plugin = {
    requestDidStart: async () => ({ didEncounterErrors: async (request: Request) => explain(request) }),
  };
  const config = strapi.config.get<{ plugins?: unknown[] }>(CONFIG, {});
  strapi.config.set(CONFIG, { ...config, plugins: [...(config.plugins ?? []), plugin] });
}
