import { z } from 'zod';
import { parseCivilDate } from '../../kernel/src';

const ISO_LIKE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A date as it comes through a door, `2026-01-31`. A year of 2400 or more is Buddhist: what
 * was typed as `2569-01-31` is read as `2026-01-31`, and never stored otherwise.
 */
export const civilDate = z
  .string()
  .meta({ format: 'date' })
  .transform((text, context) => {
    const read = ISO_LIKE.test(text) ? parseCivilDate(text) : undefined;
    if (read) return read.date;
    context.addIssue({ code: 'custom', input: text, params: { code: 'input.not_a_date' } });
    return z.NEVER;
  });
