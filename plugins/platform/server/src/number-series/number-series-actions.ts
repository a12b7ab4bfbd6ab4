import { z } from 'zod';
import { defineAction } from '../../../kit/src/actions';
import { numberSeries } from '../api/answers';
import { coreOf } from '../core/core-of';
import { changePattern, listSeries } from './number-series';
import { startSeries } from './start-series';

const seedsOf = (strapi: Parameters<typeof coreOf>[0]) =>
  coreOf(strapi).registry.collect((definition) => definition.series);

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
    run: ({ platform, strapi, input }) =>
      startSeries(platform, seedsOf(strapi), { ...input, branch: input.branch ?? null }),
  }),
];
