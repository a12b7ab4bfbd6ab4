import fc from 'fast-check';
import { move, next } from '@sanya/strapi-plugin-platform/kernel';
import * as lives from '../../../plugins/billing/server/src/domain/lives';
import { property } from '../../support/random';

const machines = Object.values(lives);
const walk = fc.tuple(fc.constantFrom(...machines), fc.array(fc.nat(20), { maxLength: 12 }));

property('no life leaves its table: each step is a row of it, every other is refused', walk, ([machine, steps]) => {
  const loose = machine as unknown as Parameters<typeof next<string, string>>[0];
  const all = [...new Set(loose.transitions.map((row) => row.verb))];
  let state = loose.initial[0] ?? '';
  for (const step of steps) {
    const verb = all[step % all.length] ?? '';
    const to = next(loose, state, verb);
    if (to === undefined) {
      expect(() => move(loose, state, verb)).toThrow('state.not_allowed');
      continue;
    }
    expect(loose.transitions.some((row) => row.verb === verb && row.from.includes(state) && row.to === to)).toBe(true);
    state = to;
  }
});

/** What may follow what, said a second time: a row more or less in the tables is seen here. */
const FOLLOWS: Record<string, Record<string, string>> = {
  invoiceLife: {
    draft: 'discarded open',
    open: 'paid uncollectible void',
    paid: 'open',
    uncollectible: 'open paid',
    ...{ discarded: '', void: '' },
  },
  taxInvoiceLife: { issued: 'cancelled replaced', replaced: '', cancelled: '' },
  receiptLife: { issued: 'cancelled', cancelled: '' },
  paymentLife: {
    initiated: 'failed pending succeeded to_check unknown',
    pending: 'failed succeeded to_check unknown',
    unknown: 'failed pending succeeded to_check',
    to_check: 'rejected succeeded',
    submitted: 'rejected succeeded',
    succeeded: 'reversed',
    ...{ failed: '', rejected: '', reversed: '' },
  },
  creditNoteLife: { draft: 'discarded issued', issued: 'cancelled', discarded: '', cancelled: '' },
  debitNoteLife: { draft: 'discarded issued', issued: 'cancelled', discarded: '', cancelled: '' },
  certificateLife: {
    pending: 'dropped received',
    received: 'checked disputed dropped',
    disputed: 'dropped received',
    ...{ checked: '', dropped: '' },
  },
};

test.each(Object.keys(FOLLOWS))('%s: nothing follows but what may', (name) => {
  const { states, transitions } = lives[name as keyof typeof lives];
  const after = (state: string): string[] =>
    transitions.flatMap(({ from, to }) => ((from as readonly string[]).includes(state) ? [to] : []));
  expect(Object.fromEntries(states.map((state) => [state, [...new Set(after(state))].sort().join(' ')]))).toEqual(
    FOLLOWS[name],
  );
});
