import { badInput, isRefusal, pickLanguage, Refusal } from '../../../kernel/src';
import type { Messages } from '../core/messages';
import { refusalAnswer } from '../doors/refusal-answer';
import { LARGEST_MB } from '../files/file-kinds';
import { isUnreadable } from './unreadable';
import type { Violations } from './violations';

export interface Context {
  method: string;
  url: string;
  status: number;
  body: unknown;
  request: { body?: unknown };
  get(header: string): string;
}

type Next = () => Promise<void>;

const carriesNul = (value: unknown, depth = 0): boolean => {
  if (typeof value === 'string') return value.includes('\u0000');
  if (typeof value !== 'object' || value === null || depth > 30) return false;
  return Object.entries(value).some(([key, inner]) => key.includes('\u0000') || carriesNul(inner, depth + 1));
};

/** `strapi::body` says it by a thrown error for JSON and by an answer of its own for files, neither in words of ours. */
const tooLarge = (ctx: Context): Refusal =>
  ctx.get('Content-Type').startsWith('multipart/')
    ? new Refusal({ code: 'file.too_large', status: 413, field: 'file', params: { max: LARGEST_MB } })
    : new Refusal({ code: 'input.body_too_large', status: 413 });

const unexplained = (body: unknown): boolean =>
  !(body as { error?: { details?: { code?: string } } } | null | undefined)?.error?.details?.code;

/** Inside `strapi::errors`: what the database or the decoder refused becomes a clear 4xx instead of a 500. */
export function createInputGuard(violations: () => Violations, messages: () => Messages) {
  return async function inputGuard(ctx: Context, next: Next): Promise<void> {
    try {
      if (/%00|\u0000/.test(ctx.url)) throw badInput('input.not_readable');
      try {
        decodeURIComponent(ctx.url.split('?')[0] ?? '');
      } catch {
        throw badInput('input.not_readable');
      }
      await next();
      if (ctx.status === 413 && unexplained(ctx.body)) throw tooLarge(ctx);
    } catch (error) {
      const large = !isRefusal(error) && (error as { status?: number } | null)?.status === 413;
      const unreadable = isUnreadable(ctx.method, error) ? badInput('input.not_readable') : undefined;
      const refusal = isRefusal(error) ? error : large ? tooLarge(ctx) : (violations()(error) ?? unreadable);
      if (!refusal) throw error;
      const language = pickLanguage(ctx.get('Accept-Language') || undefined, 'en');
      ctx.status = refusal.status;
      ctx.body = refusalAnswer(refusal, language, messages());
    }
  };
}

/** After `strapi::body`: PostgreSQL cannot keep U+0000 in a text, so no body may carry one on either database. */
export async function bodyGuard(ctx: Context, next: Next): Promise<void> {
  if (carriesNul(ctx.request.body)) throw badInput('input.control_characters');
  await next();
}
