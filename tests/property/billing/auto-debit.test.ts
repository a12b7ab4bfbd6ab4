import fc from 'fast-check';
import {
  debitCard,
  debitOn,
  declineOf,
  endingUntil,
  expectedDebit,
  expiryNoticeOn,
  retryDaysOf,
  retryOn,
} from '../../../plugins/billing/server/src/domain/auto-debit';
import { checkSettings } from '../../../plugins/billing/server/src/domain/check-settings';
import { addDays } from '../../../plugins/platform/kernel/src';

const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2026-01-01', days));
const retryDays = fc
  .uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 10 })
  .map((days) => days.sort((a, b) => a - b));

test.each([
  ['stolen_card', 'hard'],
  ['stolen_or_lost_card', 'hard'],
  ['expired_card', 'hard'],
  ['resource_missing', 'hard'],
  ['authentication_required', 'hard'],
  ['insufficient_funds', 'soft'],
  ['insufficient_fund', 'soft'],
  ['processing_error', 'soft'],
  ['never_reached', 'soft'],
  ['something nobody knows', 'soft'],
])('%s is a %s decline', (reason, decline) => expect(declineOf(reason)).toBe(decline));

test.each([
  ['1, 3, 5, 7', [1, 3, 5, 7]],
  ['1,30', [1, 30]],
  ['0', []],
  ['', []],
  [null, []],
  ['3, 1', undefined],
  ['1, 1', undefined],
  ['0, 1', undefined],
  ['61', undefined],
  ['1;2', undefined],
  ['-1', undefined],
  ['1,2,3,4,5,6,7,8,9,10,11', undefined],
])('retries %j are %j', (text, days) => expect(retryDaysOf(text)).toEqual(days));

test('a card is tried at most once a day, later each time, and no more often than the policy says', () => {
  fc.assert(
    fc.property(day, day, retryDays, fc.array(fc.integer({ min: 0, max: 20 })), (dueDate, agreedOn, days, late) => {
      const tries: { attempt: number; retryOn: string | null; on: string }[] = [];
      for (;;) {
        const planned = debitOn({ days: 0 }, { dueDate, agreedOn }, tries);
        if (planned === null) break;
        // The site may have been down.
        const on = addDays(planned, late[tries.length] ?? 0);
        expect(on > (tries.at(-1)?.on ?? '')).toBe(true);
        expect(on >= dueDate && on >= agreedOn).toBe(true);
        const next = retryOn({ retryDays: days }, [...tries.map((one) => one.on), on], 'soft');
        tries.push({ attempt: tries.length + 1, retryOn: next, on });
      }
      expect(tries).toHaveLength(days.length + 1);
    }),
  );
});

test('after +1, +3, +5, +7 nothing is tried, and after a hard decline never', () => {
  const terms = { retryDays: [1, 3, 5, 7] };
  const tries = ['2031-05-10', '2031-05-11', '2031-05-13', '2031-05-15', '2031-05-17'];
  const next = tries.map((_, place) => retryOn(terms, tries.slice(0, place + 1), 'soft'));
  expect(next).toEqual(['2031-05-11', '2031-05-13', '2031-05-15', '2031-05-17', null]);
  expect(retryOn(terms, ['2031-05-10'], 'hard')).toBeNull();
});

test('the card agreed to is charged, the default first; none that is refused, over, or kept elsewhere', () => {
  const card = { gateway: 'stripe', isDefault: false, autoDebitSince: '2031-01-01', declinedAt: null };
  const good = { ...card, id: 1, expiryMonth: 5, expiryYear: 2031 };
  const on = (...cards: (typeof good)[]) => debitCard(cards, 'stripe', '2031-05-31')?.id;
  expect(on(good, { ...good, id: 2 })).toBe(2);
  expect(on({ ...good, isDefault: true }, { ...good, id: 2 })).toBe(1);
  expect(on({ ...good, gateway: 'omise' })).toBeUndefined();
  expect(on({ ...good, expiryMonth: 4 })).toBeUndefined();
  expect(on({ ...good, declinedAt: '2031-02-01' } as never)).toBeUndefined();
  expect(on({ ...good, autoDebitSince: null } as never)).toBeUndefined();
});

test('a card is told of from the day thirty days before its last on, whichever way that is asked', () => {
  expect(expiryNoticeOn({ expiryMonth: 12, expiryYear: 2031 })).toBe('2031-12-01');
  expect(expiryNoticeOn({ expiryMonth: 2, expiryYear: 2031 })).toBe('2031-01-29');
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 2026, max: 2037 }), (today, month, year) => {
      const until = endingUntil(today);
      const isListed = year < until.year || (year === until.year && month <= until.month);
      expect(isListed).toBe(expiryNoticeOn({ expiryMonth: month, expiryYear: year }) <= today);
    }),
  );
});

test.each([
  [{ autoDebitRetries: '3, 1' }, 'billing_setting.debit_retries'],
  [{ autoDebitDays: 31 }, 'billing_setting.out_of_bounds'],
  [{ autoDebitNoticeDays: 31 }, 'billing_setting.out_of_bounds'],
])('settings that nobody could follow are refused: %j', (data, code) => {
  expect(() => checkSettings(data, undefined, '2031-01-01')).toThrow(expect.objectContaining({ code }));
  expect(() => checkSettings({ autoDebitRetries: '0', autoDebitDays: -30 }, undefined, '2031-01-01')).not.toThrow();
});

test.each([
  ['2030-05-10', '2030-05-07', [], '2030-05-10'],
  ['2030-05-10', '2030-05-12', [], '2030-05-12'],
  ['2030-05-10', '2030-05-07', ['2030-05-08'], '2030-05-10'],
  ['2030-05-10', '2030-05-07', ['2030-05-15', '2030-05-12'], '2030-05-16'],
  ['2030-05-10', '2030-05-07', ['2030-05-15', null], null],
  [null, '2030-05-07', [], null],
])('planned for %s, on %s and held until %j it is charged on %s', (planned, today, heldUntil, on) =>
  expect(expectedDebit(planned, { today, heldUntil })).toBe(on),
);
