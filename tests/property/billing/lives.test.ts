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

test('ends are ends: void, discarded, rejected, reversed, failed, cancelled, replaced', () => {
  const out = (machine: (typeof machines)[number], state: string): boolean =>
    machine.transitions.some((row) => (row.from as readonly string[]).includes(state));
  expect(['void', 'discarded'].some((state) => out(lives.invoiceLife, state))).toBe(false);
  expect(['rejected', 'reversed', 'failed'].some((state) => out(lives.paymentLife, state))).toBe(false);
  expect(['cancelled', 'replaced'].some((state) => out(lives.taxInvoiceLife, state))).toBe(false);
});
