import { z } from 'zod';
import { defineAction } from '../../../kit/src/actions';
import { numberSeries } from '../api/answers';
import { importActions, importTemplateAction, onlyFile } from '../../../kit/src/imports';
import { changePattern, listSeries } from './number-series';
import { SERIES_IMPORT, seedsOf, seriesFile } from './series-file';
import { seriesLines } from './series-lines';
import { startSeries } from './start-series';

const file = {
  ...{ thing: 'Series', path: '/series-import', permission: 'number-series.change', what: 'last numbers' },
  kind: (strapi: Parameters<typeof seedsOf>[0]) => seriesFile(() => seedsOf(strapi)),
} as const;

/** The numbers of documents, as staff see and set them. */
export const numberSeriesActions = [
  defineAction({
    name: 'listNumberSeries',
    summary: 'Number series with their pattern and the number that comes next',
    staff: { method: 'GET', path: '/number-series', permission: 'number-series.read' },
    graphql: 'none',
    input: z.strictObject({}),
    output: z.array(numberSeries),
    writes: false,
    run: ({ platform, strapi }) => listSeries(platform, seedsOf(strapi)),
  }),
  defineAction({
    name: 'changeNumberSeries',
    summary: 'Give a number series its pattern from now on; numbers that were given stay',
    staff: { method: 'POST', path: '/number-series', permission: 'number-series.change' },
    graphql: 'none',
    input: z.strictObject({
      series: z.string().max(40),
      branch: z.string().max(40).nullish(),
      pattern: z.string().trim().max(200).nullish(),
    }),
    output: numberSeries,
    run: ({ platform, strapi, input }) =>
      changePattern(platform, seedsOf(strapi), {
        series: input.series,
        branch: input.branch ?? null,
        pattern: input.pattern || null,
      }),
  }),
  defineAction({
    name: 'startNumberSeries',
    summary: 'Say after which number of the books before a number series goes on, before any was given here',
    staff: { method: 'POST', path: '/number-series/start', permission: 'number-series.change' },
    graphql: 'none',
    input: z.strictObject({
      series: z.string().max(40),
      branch: z.string().max(40).nullish(),
      last: z.string().trim().min(1).max(60),
    }),
    output: numberSeries,
    run: async ({ platform, strapi, input }) =>
      (await startSeries(platform, seedsOf(strapi), [{ ...input, branch: input.branch ?? null }]))[0],
  }),
  ...importActions({ ...file, type: SERIES_IMPORT, asked: onlyFile }),
  importTemplateAction({ ...file, name: 'last-numbers', examples: seriesLines }),
];
