import { z } from 'zod';
import { badInput } from '../../../kernel/src';
import { defineAction } from '../../../kit/src/actions';
import { coreOf } from '../core/core-of';
import type { EventRow } from '../../../kit/src/events';
import { EVENT } from '../events/delivery-store';
import type { Fault } from '../ledger/chain';
import { ledgerState, ledgerVerdict } from './answers';
import { type Reader, titleOf } from './shown';

const place = z.coerce.number().int().min(0).max(2_147_483_647);

/** The first row that was tampered with, in words, with what is left of its event. */
async function faultShown(reader: Reader, fault: Fault) {
  const [event] = fault.event ? await reader.platform.rows.byIds<EventRow>(EVENT, [fault.event.id]) : [];
  return {
    ...fault,
    message: reader.platform.messages.say(reader.caller.language, `ledger.${fault.kind}`, {
      position: fault.position ?? '–',
      event: fault.event?.id ?? '–',
    }),
    now: event ? { name: event.name, title: titleOf(reader, 'event', event.name), at: event.at } : null,
  };
}

/** The proof ledger: the hash chain over the event log. */
export const ledgerActions = [
  defineAction({
    name: 'readLedger',
    summary: 'How long the chain over the event log is, its last hash, and what waits for its place',
    staff: { method: 'GET', path: '/ledger', permission: 'ledger.verify' },
    input: z.strictObject({}),
    output: ledgerState,
    writes: false,
    run: (call) => coreOf(call.strapi).ledger.state(),
  }),
  defineAction({
    name: 'verifyLedger',
    summary: 'Follow the chain over the event log; names the first row that was tampered with',
    staff: { method: 'GET', path: '/ledger/verify', permission: 'ledger.verify' },
    input: z.strictObject({
      after: place.optional(),
      most: place.min(1).optional(),
      /** What was noted of the chain earlier: the place and its hash. */
      position: place.optional(),
      hash: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .optional(),
    }),
    output: ledgerVerdict,
    writes: false,
    run: async (call) => {
      const { after, most, position, hash } = call.input;
      if ((position === undefined) !== (hash === undefined)) {
        throw badInput('ledger.half_noted', { field: position === undefined ? 'position' : 'hash' });
      }
      const noted = position === undefined || hash === undefined ? undefined : { position, hash };
      const verdict = await coreOf(call.strapi).ledger.verify({ after, most, noted });
      return { ...verdict, fault: verdict.fault && (await faultShown(call, verdict.fault)) };
    },
  }),
];
