import { z } from 'zod';
import { defineAction } from '../../../kit/src/actions';
import { coreOf } from '../core/core-of';
import { diagnoses } from './answers';

/** Whether this site is set up right, for who runs it. */
export const doctorActions = [
  defineAction({
    name: 'examineSite',
    summary: 'Examine the site: what is set up right, what is not, and what would be right',
    staff: { method: 'GET', path: '/doctor', permission: 'doctor.read' },
    graphql: 'none',
    input: z.strictObject({}),
    output: diagnoses,
    writes: false,
    run: ({ strapi, caller }) => coreOf(strapi).doctor.examine(caller.language),
  }),
];
