import type { Core } from '@strapi/types';
import type { Messages } from '../core/messages';
import { languageOf } from './callers-of-requests';

interface Sending {
  contextValue?: { koaContext?: { get(header: string): string } };
  response: { body: { kind: string; singleResult?: { data?: unknown } } };
}

const CONFIG = 'plugin::graphql.apolloServer';

/** Strapi's own fields answer what columns keep: what was kept by its code is told before the answer leaves. */
export function tellWordsInGraphql(strapi: Core.Strapi, tell: Messages['tell']): void {
  if (!strapi.plugin('graphql')) return;

  const plugin = {
    requestDidStart: async () => ({
      async willSendResponse({ contextValue, response: { body } }: Sending) {
        const { singleResult } = body;
        const ctx = contextValue?.koaContext;
        if (singleResult?.data && ctx) singleResult.data = tell(languageOf(ctx, 'th'), singleResult.data);
      },
    }),
  };
  const config = strapi.config.get<{ plugins?: unknown[] }>(CONFIG, {});
  strapi.config.set(CONFIG, { ...config, plugins: [...(config.plugins ?? []), plugin] });
}
