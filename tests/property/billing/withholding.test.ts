import fc from 'fast-check';
import { sum } from '@sanya/strapi-plugin-platform/kernel';
import {
  correctWithholding,
  mostWithheld,
  proposeWithholding,
  type StatedWithholding,
  type WithholdablePart,
  type Withheld,
  withheldTotal,
  withholdingByRate,
} from '../../../plugins/billing/server/src/domain/withholding';
import { property } from '../../support/random';

const KINDS = ['service', 'rent', 'advertising', 'transport', 'goods'];
const minor = fc.bigInt({ min: 0n, max: 1_000_000n });
const proposals: fc.Arbitrary<Withheld[]> = fc
  .uniqueArray(fc.record({ kind: fc.constantFrom(...KINDS), base: minor, amount: minor }), {
    selector: ({ kind }) => kind,
    maxLength: KINDS.length,
  })
  .map((list) => list.map((one) => ({ ...one, ratePpm: 30_000 })));
/** Wishes near the proposal, so that many of them pass. */
const statements = fc.array(fc.record({ at: fc.nat(6), over: fc.bigInt({ min: -150n, max: 150n }) }), { maxLength: 8 });

property(
  'however a payer states what they withhold, a kind counts once and the sum stays near the proposal',
  fc.tuple(proposals, statements, fc.bigInt({ min: 0n, max: 100n })),
  ([proposal, wishes, tolerance]) => {
    const stated = wishes.map(({ at, over }): StatedWithholding => {
      const proposed = proposal[at];
      return proposed ? { kind: proposed.kind, amount: proposed.amount + over } : { kind: 'service' };
    });
    const corrected = correctWithholding(proposal, stated, tolerance);
    const kinds = new Set(stated.map((one) => one.kind));
    if ('twice' in corrected) return kinds.size < stated.length;
    if ('mismatch' in corrected) return true;
    return (
      kinds.size === stated.length &&
      corrected.withheld.length === stated.length &&
      withheldTotal(corrected.withheld) <= mostWithheld(proposal, tolerance) &&
      withheldTotal(corrected.withheld) === sum(stated.map((one) => one.amount ?? proposedOf(proposal, one.kind)))
    );
  },
);

const parts: fc.Arbitrary<WithholdablePart[]> = fc.array(
  fc
    .record({
      incomeKind: fc.option(fc.constantFrom(...KINDS)),
      net: fc.bigInt({ min: 0n, max: 200_000n }),
      tax: fc.bigInt({ min: 0n, max: 14_000n }),
      share: fc.bigInt({ min: 0n, max: 100n }),
    })
    .map(({ incomeKind, net, tax, share }) => ({
      incomeKind,
      net,
      total: net + tax,
      part: ((net + tax) * share) / 100n,
    })),
  { maxLength: 6 },
);

property(
  'by rate or nothing, as the whole of what is withheld from reaches the contract that counts: payments do not matter',
  fc.tuple(parts, fc.constantFrom('organisation' as const, 'government' as const), fc.bigInt(0n, 400_000n)),
  ([lines, payer, from]) => {
    const kinds = KINDS.map((kind, index) => ({ kind, ppm: kind === 'goods' ? 0 : 10_000 * (index + 1) }));
    const rates = { kinds, governmentPpm: 10_000, from };
    const counting = lines.filter(({ incomeKind }) => payer === 'government' || (incomeKind ?? 'goods') !== 'goods');
    const counts = sum(counting.map(({ net }) => net)) >= from;
    expect(proposeWithholding(payer, rates, lines)).toEqual(counts ? withholdingByRate(payer, rates, lines) : []);
  },
);

const proposedOf = (proposal: readonly Withheld[], kind: string): bigint =>
  proposal.find((one) => one.kind === kind)?.amount ?? 0n;
