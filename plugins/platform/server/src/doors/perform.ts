import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Core } from '@strapi/types';
import { notFound } from '../../../kernel/src';
import type { Action, Call, UploadedFile } from '../../../kit/src/actions';
import type { Caller } from '../../../kit/src/caller';
import type { SignedMessage } from '../../../kit/src/gateway';
import type { Platform } from '../../../kit/src/platform';
import type { Ref, Rows } from '../../../kit/src/rows';
import { isRetriable } from '../guards/violations';
import { type Answer, createIdempotency } from './idempotency';
import { parseInput } from '../../../kit/src/parse-input';
import { wire } from './wire';

const TRIES = 3;
const NO_MESSAGE: SignedMessage = { body: Buffer.alloc(0), header: () => '' };

export interface Asked {
  caller: Caller;
  raw: unknown;
  params: Record<string, string>;
  query: Record<string, unknown>;
  files: readonly UploadedFile[];
  /** Of an action that takes its body unread. */
  message?: SignedMessage;
  idempotencyKey?: string;
}

const isFile = (value: unknown): boolean => typeof value === 'object' && value !== null && 'file' in value;

/** What a path names that is no row of a type: a job. */
const named = (params: Record<string, string>): string =>
  Object.values(params)
    .map((value) => `/${value.slice(0, 100)}`)
    .join('');

/** A retried upload is known by what is in its files. */
const contentOf = (files: readonly UploadedFile[]): Promise<string[]> =>
  Promise.all(
    files.map(async ({ path }) =>
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    ),
  );

/**
 * Performs an action for whichever door asked: shape, row, idempotency, transaction, answer. A deadlock or
 * serialisation failure rolled everything back, so the whole is simply done again.
 */
export function createPerform(strapi: Core.Strapi, platform: Platform, rows: Rows) {
  const once = createIdempotency(rows, platform.transaction, platform.clock.now);

  /** The row that `:id` names, if it is the caller's to touch. What is not theirs is not found. */
  async function subjectOf(uid: string, documentId: string, caller: Caller): Promise<Ref> {
    const row = (await platform.visible.rows(caller, uid, [documentId])).get(documentId);
    if (!row) throw notFound('row.not_found', { field: 'id' });
    return row;
  }

  return async function perform(plugin: string, action: Action, asked: Asked): Promise<Answer> {
    const input = parseInput(action.input, asked.raw);
    const subject = action.subject
      ? await subjectOf(action.subject, asked.params.id ?? '', asked.caller)
      : { id: 0, documentId: '' };
    const call: Call<unknown> = {
      strapi,
      platform,
      caller: asked.caller,
      input,
      params: asked.params,
      query: asked.query,
      files: asked.files,
      message: asked.message ?? NO_MESSAGE,
      subject,
    };
    const run = async (): Promise<Answer> => {
      const result = await action.run(call as never);
      if (isFile(result)) return { status: action.status ?? 200, body: result };
      return { status: action.status ?? 200, body: wire(platform.messages.tell(asked.caller.language, result)) };
    };
    if (action.writes === false) return run();

    const scope = {
      caller: asked.caller.key,
      route: `${plugin}.${action.name}${subject.documentId ? `/${subject.documentId}` : named(asked.params)}`,
      key: asked.idempotencyKey,
      body: action.multipart && asked.idempotencyKey ? await contentOf(asked.files) : asked.raw,
    };
    if (action.multipart || action.ownTransactions) return once.around(scope, run);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await platform.transaction(() => once.within(scope, run));
      } catch (error) {
        if (attempt >= TRIES || !isRetriable(error)) throw error;
      }
    }
  };
}

export type Perform = ReturnType<typeof createPerform>;
