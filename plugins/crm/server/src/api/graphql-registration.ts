import { errors } from '@strapi/utils';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { isRefusal, pickLanguage } from '@sanya/strapi-plugin-platform/kernel';

type Resolve = (
  parent: unknown,
  args: unknown,
  context: { koaContext: { get(header: string): string } },
  info: unknown,
) => unknown;

/** REST has its refusals told by the platform's guard; GraphQL knows only Strapi's errors. */
export function tellRefusalsInGraphql({ strapi, platform }: Tools): void {
  const graphql = strapi.plugin('graphql');
  if (!graphql) return;
  const told = async (next: Resolve, ...[parent, args, context, info]: Parameters<Resolve>): Promise<unknown> => {
    try {
      return await next(parent, args, context, info);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const { code, field, params, status } = error;
      const language = pickLanguage(context.koaContext.get('Accept-Language') || undefined, 'en');
      throw new errors.ApplicationError(platform.messages.say(language, code, params), { code, field, params, status });
    }
  };
  (graphql.service('extension') as { use(extension: unknown): void }).use({
    resolversConfig: { 'Mutation.register': { middlewares: [told] } },
  });
}
