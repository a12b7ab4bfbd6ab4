import fc from 'fast-check';
import { moneyParam } from '../../../plugins/platform/kernel/src';
import type { Charge } from '../../../plugins/platform/kit/src/gateway';
import {
  feeOf,
  isUnreached,
  judgeCharge,
  judgeEvent,
  nextAsk,
} from '../../../plugins/billing/server/src/domain/charge';
import { chargeFor } from '../../../plugins/billing/server/src/domain/card-refund';
import { bankName } from '../../../plugins/billing/server/src/domain/banks';
import { dayInReference, readSlipQr, slipQrPayload } from '../../../plugins/billing/server/src/domain/mini-qr';
import { referenceKey, slipKeyOf } from '../../../plugins/billing/server/src/domain/slip';

const amount = fc.bigInt({ min: 1n, max: 10n ** 13n });
const currency = fc.constantFrom('THB', 'USD', 'JPY');
const charge: fc.Arbitrary<Charge> = fc.record({
  id: fc.constantFrom('pi_1', null),
  key: fc.constantFrom('p1', 'p2', null),
  state: fc.constantFrom('pending' as const, 'succeeded' as const, 'failed' as const),
  amount,
  currency,
  fee: fc.option(amount),
  paidAt: fc.constant(null),
  refunded: fc.bigInt({ min: 0n, max: 10n ** 13n }),
  failure: fc.constantFrom('card_declined', null),
  redirectUrl: fc.constant(null),
  clientSecret: fc.constant(null),
});
const state = fc.constantFrom('succeeded' as const, 'failed' as const, 'rejected' as const, 'reversed' as const);
const about = fc.constantFrom('charge' as const, 'refund' as const, 'dispute' as const);
const back = fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 10n ** 13n }));
const dispute = fc.constantFrom('open' as const, 'won' as const, 'lost' as const, null);

test('a payment succeeds exactly where the gateway took what was asked for, to the last unit, and still has it', () => {
  fc.assert(
    fc.property(amount, currency, charge, (asked, own, told) => {
      const judged = judgeCharge({ documentId: 'p1', amount: asked, currency: own }, told);
      const isRight =
        told.state === 'succeeded' &&
        told.key === 'p1' &&
        told.amount === asked &&
        told.currency === own &&
        told.refunded === 0n;
      expect(judged.verdict === 'succeed').toBe(isRight);
      // What was taken is never let go of in silence, nor waited for.
      if (told.state === 'succeeded') expect(['succeed', 'doubt']).toContain(judged.verdict);
      if (told.state === 'failed') expect(judged.verdict).toBe('fail');
    }),
  );
  const right: Charge = {
    ...{ id: 'pi_1', key: 'p1', state: 'succeeded', amount: 5n, currency: 'THB', fee: null, paidAt: null },
    ...{ refunded: 0n, failure: null, redirectUrl: null, clientSecret: null },
  };
  expect(judgeCharge({ documentId: 'p1', amount: 5n, currency: 'THB' }, right)).toEqual({ verdict: 'succeed' });
});

test('only what succeeded is reversed, and only for all of its money or a lost dispute', () => {
  fc.assert(
    fc.property(state, charge, about, dispute, back, back, (was, told, kind, end, sent, asked) => {
      const judged = judgeEvent(was, told, { about: kind, dispute: end }, { sent, asked });
      if (judged.verdict === 'reverse') {
        expect(was).toBe('succeeded');
        // What a refund of ours sent back undoes no payment.
        if (judged.why === 'refunded') expect(sent + asked).toBe(0n);
        expect(
          told.refunded >= told.amount || (kind === 'dispute' && end === 'lost') || told.state !== 'succeeded',
        ).toBe(true);
      }
      // Money that is there for a payment that failed is shown to somebody.
      if (was === 'failed' && told.state === 'succeeded' && told.refunded < told.amount) {
        expect(judged.verdict).toBe('doubt');
      }
    }),
  );
});

test('of what went back at the gateway only what no refund of ours asked for, or did not stay away, needs a person', () => {
  fc.assert(
    fc.property(amount, back, back, back, (charged, sent, asked, refunded) => {
      const told = { state: 'succeeded', amount: charged + refunded, refunded, currency: 'THB' } as Charge;
      const judged = judgeEvent('succeeded', told, { about: 'refund', dispute: null }, { sent, asked });
      const isRight = refunded >= sent && refunded <= sent + asked;
      expect(judged.verdict === 'handle').toBe(isRight);
      if (isRight) return;
      const [code, params] =
        refunded > sent + asked
          ? ['sent_back', { refunded: moneyParam(refunded - sent - asked, 'THB') }]
          : ['refund_returned', { returned: moneyParam(sent - refunded, 'THB') }];
      expect(judged).toEqual({ verdict: 'doubt', mark: { code, params } });
    }),
  );
});

test('a refund goes back by the first charge that has as much left, and by none that has not', () => {
  const charges = fc.array(fc.record({ charged: amount, back }), { maxLength: 5 });
  fc.assert(
    fc.property(amount, charges, (asked, list) => {
      const known = list.map((one, payment) => ({ ...one, payment }));
      const enough = known.find((one) => one.charged - one.back >= asked);
      const choose = () => chargeFor({ number: 'RF-1', amount: asked, currency: 'THB' }, known);
      if (enough) expect(choose()).toBe(enough);
      else expect(choose).toThrow(known.length === 0 ? 'refund.no_card' : 'refund.card_too_little');
    }),
  );
});

test('the fee is what the gateway says, else the rate of it, half up', () => {
  expect(feeOf({ fee: 7n, amount: 1_000n }, 36_500)).toBe(7n);
  expect(feeOf({ fee: null, amount: 1_070_000n }, 36_500)).toBe(39_055n);
  expect(feeOf({ fee: null, amount: 100n }, 5_000)).toBe(1n);
  expect(feeOf({ fee: null, amount: 100n }, 0)).toBeNull();
});

test('a gateway is asked again ever later', () => {
  const now = '2026-01-31T05:00:00.000Z';
  const pauses = Array.from({ length: 15 }, (_, asks) => Date.parse(nextAsk(asks, now, 'Asia/Bangkok')));
  expect([...pauses].sort((a, b) => a - b)).toEqual(pauses);
  expect(pauses[0]).toBe(Date.parse('2026-01-31T05:01:00.000Z'));
  expect(isUnreached(now, '2026-01-31T05:09:59.000Z', 'Asia/Bangkok')).toBe(false);
  expect(isUnreached(now, '2026-01-31T05:10:00.000Z', 'Asia/Bangkok')).toBe(true);
});

const bank = fc.constantFrom('002', '004', '006', '014', '025', '030', '098');
const reference = fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFabcdef'), minLength: 4, maxLength: 35 });

test('the code of a slip is read as it was made; with any letter changed it is none', () => {
  fc.assert(
    fc.property(bank, reference, fc.nat(), fc.constantFrom(...'0123456789ABCDEF'), (code, ref, at, letter) => {
      const payload = slipQrPayload(code, ref);
      expect(readSlipQr(payload)).toEqual({ kind: 'slip', bank: bankName(code), reference: ref });
      const place = at % (payload.length - 4);
      const changed = `${payload.slice(0, place)}${letter}${payload.slice(place + 1)}`;
      if (changed !== payload) expect(readSlipQr(changed).kind).not.toBe('slip');
      expect(readSlipQr(payload.slice(0, -1)).kind).not.toBe('slip');
    }),
  );
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readSlipQr(text)));
  expect(readSlipQr('')).toEqual({ kind: 'foreign' });
});

test('a transfer is one however its bank and reference are written', () => {
  fc.assert(
    fc.property(reference, (ref) => {
      const read = { kind: 'slip' as const, bank: 'KBANK', reference: ref };
      for (const written of ['KBANK', 'k-bank', '004', 'Kasikorn Bank', 'กสิกรไทย', 'ธนาคารกสิกรไทย']) {
        expect(referenceKey('bank_transfer', written, ref.toLowerCase())).toBe(slipKeyOf(read));
      }
    }),
  );
  expect(slipKeyOf({ kind: 'missing' })).toBeNull();
});

test('a day is read off a reference where there is one', () => {
  expect(dayInReference('20260131000123')).toBe('2026-01-31');
  expect([dayInReference('20260231000123'), dayInReference('015074123456'), dayInReference('2099')]).toEqual([
    ...[null, null, null],
  ]);
});
