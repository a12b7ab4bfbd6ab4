import { z } from 'zod';
import { day, decimal, money } from '@sanya/strapi-plugin-platform/kit';

const text = z.string();

const side = z.strictObject({ description: text, quantity: decimal, unitPrice: money }).meta({ id: 'ChangeSide' });

export const changePreview = z
  .strictObject({
    currency: text,
    /** What is asked for now, beyond what was billed for the same days. */
    charge: money,
    /** What comes back by credit note. */
    credit: money,
    /** For promising less before the minimum term is over. */
    fee: money,
    /** All of it in words. */
    sentence: text,
    lines: z.array(
      z
        .strictObject({
          /** The first day of what is new. */
          from: day,
          /** Null: it joins. */
          before: side.nullable(),
          /** Null: it is taken off. */
          after: side.nullable(),
          /** The last day of what is charged or credited now; null: nothing is. */
          until: day.nullable(),
          /** What was billed for these days at the old price. */
          billed: money,
          /** What they cost at the new one. */
          costs: money,
          charge: money,
          credit: money,
          fee: money,
          sentence: text,
        })
        .meta({ id: 'ChangedLine' }),
    ),
  })
  .meta({ id: 'ChangePreview' });
