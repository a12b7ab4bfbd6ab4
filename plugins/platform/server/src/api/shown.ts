import { z } from 'zod';
import type { Call } from '../../../kit/src/actions';
import { coreOf } from '../core/core-of';
import { tellProblem } from '../../../kernel/src';

const PAGE = 50;
export const page = {
  /** Rows before this number: the last one of the page before. */
  before: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(PAGE),
};

export type Reader = Pick<Call<unknown>, 'strapi' | 'platform' | 'caller'>;

/** What went wrong, in the reader's language. */
export const problemFor = ({ platform, caller }: Reader, kept: string | null): string | null =>
  tellProblem(kept, (code, params) => platform.messages.say(caller.language, code, params));

/** What a job or an event is called here; its own name where nobody gave it another. */
export const titleOf = ({ strapi, caller }: Reader, kind: 'job' | 'event', name: string): string =>
  coreOf(strapi).messages.title(caller.language, kind, name);
