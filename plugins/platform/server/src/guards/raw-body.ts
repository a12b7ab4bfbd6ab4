import { Refusal } from '../../../kernel/src';
import type { Action } from '../../../kit/src/actions';

/** More than any gateway tells at once. */
const MOST_BYTES = 1_000_000;

export interface RawRequestContext {
  method: string;
  path: string;
  req: AsyncIterable<Buffer> & { headers: Record<string, unknown> };
  state: { rawBody?: Buffer };
}

/** Matches a path with parameters: `/webhooks/:gateway`. */
const matcherOf = (path: string): RegExp => new RegExp(`^${path.replace(/:[A-Za-z]+/g, '[^/]+')}/?$`);

async function readAll(request: RawRequestContext['req']): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Refusal({ code: 'input.body_too_large', status: 413 });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

interface Known {
  /** What Strapi puts before the paths of the content API. */
  prefix: () => string;
  /** The plugins and the actions of each. */
  actions: () => readonly { plugin: string; action: Action }[];
}

/**
 * Before `strapi::body`: what is signed is signed byte for byte, and parsing it loses them. The body of an action that
 * takes it as it came is read here; there is none left for Strapi to parse.
 */
export function createRawBody({ prefix, actions }: Known) {
  let doors: { method: string; matcher: RegExp }[] | undefined;
  const isRaw = (method: string, path: string): boolean => {
    doors ??= actions().flatMap(({ plugin, action: { rawBody, storefront } }) =>
      rawBody && storefront
        ? [{ method: storefront.method, matcher: matcherOf(`${prefix()}/${plugin}${storefront.path}`) }]
        : [],
    );
    return doors.some((door) => door.method === method && door.matcher.test(path));
  };
  return async function rawBody(ctx: RawRequestContext, next: () => Promise<void>): Promise<void> {
    if (isRaw(ctx.method, ctx.path)) {
      ctx.state.rawBody = await readAll(ctx.req);
      delete ctx.req.headers['content-length'];
      delete ctx.req.headers['transfer-encoding'];
    }
    await next();
  };
}
