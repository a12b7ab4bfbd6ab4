import { badInput, hasKeptMarks, isRefusal, notFound, pickLanguage, Refusal } from '../../../kernel/src';
import type { Messages } from '../core/messages';
import { refusalAnswer } from '../doors/refusal-answer';
import { type CoreError, inOurWords, withCode } from './core-refusals';
import { LARGEST_MB } from '../files/file-kinds';
import { isUnreadable } from './unreadable';
import type { Violations } from './violations';

export interface Context {
  method: string;
  url: string;
  status: number;
  body: unknown;
  request: { body?: unknown };
  state: { route?: { info?: { pluginName?: string } } };
  get(header: string): string;
}

type Next = () => Promise<void>;

const isForbidden = (text: string): boolean => text.includes('\u0000') || hasKeptMarks(text);

const carriesForbidden = (value: unknown, depth = 0): boolean => {
  if (typeof value === 'string') return isForbidden(value);
  if (typeof value !== 'object' || value === null || depth > 30) return false;
  return Object.entries(value).some(([key, inner]) => isForbidden(key) || carriesForbidden(inner, depth + 1));
};

/** `strapi::body` says it by a thrown error for JSON and by an answer of its own for files, neither in words of ours. */
const tooLarge = (ctx: Context): Refusal =>
  ctx.get('Content-Type').startsWith('multipart/')
    ? new Refusal({ code: 'file.too_large', status: 413, field: 'file', params: { max: LARGEST_MB } })
    : new Refusal({ code: 'input.body_too_large', status: 413 });

/** An error that somebody answered without a code of ours. */
function unexplained(body: unknown): CoreError | undefined {
  const { error } = (body ?? {}) as { error?: CoreError & { details?: { code?: string } | null } };
  return error && !error.details?.code ? error : undefined;
}

interface Known {
  violations: () => Violations;
  messages: () => Messages;
  /** Whether a plugin belongs to the suite. */
  isOurs: (plugin: string) => boolean;
}

/**
 * Inside `strapi::errors`: what the database or the decoder refused becomes a clear 4xx instead of a 500, and what
 * Strapi itself refuses at a door of ours is said in our words, with a code.
 */
export function createInputGuard({ violations, messages, isOurs }: Known) {
  const atOurDoor = (ctx: Context): boolean => isOurs(ctx.state.route?.info?.pluginName ?? '');

  function refusalOf(ctx: Context, error: unknown): Refusal | undefined {
    if (isRefusal(error)) return error;
    if ((error as { status?: number } | null)?.status === 413) return tooLarge(ctx);
    const known = violations()(error);
    if (known) return known;
    if (isUnreadable(ctx.method, error)) return badInput('input.not_readable');
    if (typeof error !== 'object' || error === null) return undefined;
    if (atOurDoor(ctx)) return inOurWords(error);
    withCode(error);
    return undefined;
  }

  return async function inputGuard(ctx: Context, next: Next): Promise<void> {
    try {
      if (/%00|\u0000/.test(ctx.url)) throw badInput('input.not_readable');
      try {
        decodeURIComponent(ctx.url.split('?')[0] ?? '');
      } catch {
        throw badInput('input.not_readable');
      }
      await next();
      // Strapi's own findOne answers with nothing at all where there is nothing.
      if (ctx.status === 404 && (ctx.body ?? null) === null && atOurDoor(ctx)) throw notFound('row.not_found');
      const said = ctx.status >= 400 ? unexplained(ctx.body) : undefined;
      if (said && ctx.status === 413) throw tooLarge(ctx);
      const ours = said && atOurDoor(ctx) ? inOurWords(said) : undefined;
      if (ours) throw ours;
      if (said) withCode(said);
    } catch (error) {
      const refusal = refusalOf(ctx, error);
      if (!refusal) throw error;
      const language = pickLanguage(ctx.get('Accept-Language') || undefined, 'en');
      ctx.status = refusal.status;
      ctx.body = refusalAnswer(refusal, language, messages());
    }
  };
}

/**
 * After `strapi::body`: PostgreSQL cannot keep U+0000 in a text, so no body may carry one on either database, nor what marks
 * the words that the system keeps; and the content manager stumbles over a body that is a list.
 */
export async function bodyGuard(ctx: Context, next: Next): Promise<void> {
  // What is saved there is one row: a list is nothing that its sanitising can read.
  if (Array.isArray(ctx.request.body) && ctx.url.startsWith('/content-manager/')) throw badInput('input.not_readable');
  if (carriesForbidden(ctx.request.body)) throw badInput('input.control_characters');
  await next();
}
