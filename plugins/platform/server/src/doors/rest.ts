import { rm } from 'node:fs/promises';
import { isRefusal } from '../../../kernel/src';
import type { Action, FileAnswer, UploadedFile } from '../../../kit/src/actions';
import type { Caller } from '../../../kit/src/caller';
import type { Callers } from '../core/callers';
import type { Messages } from '../core/messages';
import type { Violations } from '../guards/violations';
import type { Perform } from './perform';
import type { RateLimit } from './rate-limit';
import { refusalAnswer } from './refusal-answer';

interface RawFile {
  filepath: string;
  originalFilename?: string | null;
  mimetype?: string | null;
  size: number;
}

export interface RestContext {
  method: string;
  ip: string;
  status: number;
  body: unknown;
  params: Record<string, string>;
  query: Record<string, unknown>;
  request: { body?: unknown; files?: Record<string, RawFile | RawFile[]> };
  get(header: string): string;
  set(header: string, value: string): void;
  state: Record<string, unknown> & { rawBody?: Buffer };
}

const filesOf = (ctx: RestContext): UploadedFile[] =>
  Object.values(ctx.request.files ?? {})
    .flat()
    .map((file) => ({
      path: file.filepath,
      name: file.originalFilename ?? 'file',
      mime: file.mimetype ?? 'application/octet-stream',
      size: file.size,
    }));

/** A body may be the input itself or, as Strapi's own routes have it, `{ data: input }`. */
const bodyOf = (body: unknown): unknown => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const keys = Object.keys(body);
  return keys.length === 1 && keys[0] === 'data' ? (body as { data: unknown }).data : body;
};

function stream(ctx: RestContext, { file }: FileAnswer): void {
  ctx.set('Content-Type', file.contentType);
  ctx.set(
    'Content-Disposition',
    `${file.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.filename)}`,
  );
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.set('Cache-Control', 'private, no-store');
  ctx.set('Content-Security-Policy', "sandbox; default-src 'none'");
  ctx.body = file.content;
}

interface Needs {
  callers: Callers;
  messages: Messages;
  violations: Violations;
  perform: Perform;
  refresh: () => Promise<void>;
  limit: RateLimit;
}

/** The REST door of an action, for members and for staff. */
export function createRestDoor({ callers, messages, violations, perform, refresh, limit }: Needs) {
  return async function door(
    ctx: RestContext,
    plugin: string,
    action: Action,
    callerOf: () => Promise<Caller>,
    limitPerMinute?: number,
  ): Promise<void> {
    await refresh();
    const caller = await callerOf();
    const files = filesOf(ctx);
    try {
      if (limitPerMinute) await limit(`${plugin}.${action.name}`, limitPerMinute, caller, ctx.ip);
      const answer = await callers.as(caller, () =>
        perform(plugin, action, {
          caller,
          raw: action.rawBody ? {} : ctx.method === 'GET' ? ctx.query : bodyOf(ctx.request.body),
          params: ctx.params,
          query: ctx.query,
          files: action.multipart ? files : [],
          message: action.rawBody
            ? { body: ctx.state.rawBody ?? Buffer.alloc(0), header: (name) => ctx.get(name) }
            : undefined,
          idempotencyKey: ctx.get('Idempotency-Key') || undefined,
        }),
      );
      ctx.status = answer.status;
      if (typeof answer.body === 'object' && answer.body !== null && 'file' in answer.body) {
        stream(ctx, answer.body as FileAnswer);
      } else {
        ctx.body = { data: answer.body, meta: {} };
      }
    } catch (error) {
      const refusal = isRefusal(error) ? error : violations(error);
      if (!refusal) throw error;
      const shape = refusalAnswer(refusal, caller.language, messages);
      ctx.status = refusal.status;
      ctx.body = shape;
    } finally {
      // Strapi removes temporary files of its own field name only.
      await Promise.all(files.map((file) => rm(file.path, { force: true })));
    }
  };
}
