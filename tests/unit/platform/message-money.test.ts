import { moneyParam, translate } from '@sanya/strapi-plugin-platform/kernel';
import type { PluginDefinition } from '@sanya/strapi-plugin-platform/kit';
import { definition as billing } from '../../../plugins/billing/server/src/definition';
import { definition as contracts } from '../../../plugins/contracts/server/src/definition';
import { definition as crm } from '../../../plugins/crm/server/src/definition';
import { definition as platform } from '../../../plugins/platform/server/src/definition';
import { definition as sales } from '../../../plugins/sales/server/src/definition';

const catalogues = { th: { due: 'ค้าง {due:money}' }, en: { due: '{due:money} are due' } };

test('money in a message is written out with its currency, in both languages', () => {
  const due = moneyParam(1_070_000n, 'THB');
  expect(translate(catalogues, 'en', 'due', { due })).toBe('10,700.00 THB are due');
  expect(translate(catalogues, 'th', 'due', { due })).toBe('ค้าง 10,700.00 บาท');
  expect(translate(catalogues, 'th', 'due', { due: moneyParam('-5', 'USD') })).toBe('ค้าง -0.05 USD');
});

test('a date in a message is the reader’s date; what is none is told as it was given', () => {
  const said = { th: { held: 'ถึง {to:date} {to}' }, en: { held: 'until {to:date}, {to}' } };
  expect(translate(said, 'en', 'held', { to: '2026-01-31' })).toBe('until 31 Jan 2026, 2026-01-31');
  expect(translate(said, 'th', 'held', { to: '2026-01-31' })).toBe('ถึง 31 ม.ค. 2569 2026-01-31');
  expect(translate(said, 'en', 'held', { to: '31/31' })).toBe('until 31/31, 31/31');
});

test('a bare number never stands where money should, nor money where a word should', () => {
  expect(translate(catalogues, 'en', 'due', { due: '1070000' })).toBe('{due:money} are due');
  expect(translate({ th: {}, en: { n: '{n} left' } }, 'en', 'n', { n: moneyParam(1n, 'THB') })).toBe('{n} left');
});

// What a place that holds money is called. Sentences of `explain.` and words on paper are given formatted amounts.
const MONEY = /^(amount|due|cash|allocated|withheld|expected|stated|open|paid|taxed|invoiced|credit|deduction|price)$/;
const FORMATTED = /^(explain|paper|order\.document|input)/;

const definitions: readonly PluginDefinition[] = [platform, crm, billing, sales, contracts];
test.each(definitions.map((definition) => [definition.id, definition] as const))(
  'no message of %s shows minor units',
  (_, { messages }) => {
    for (const [code, text] of Object.entries({ ...messages.en, ...messages.th })) {
      for (const language of ['th', 'en'] as const) {
        const message = messages[language][code] ?? '';
        expect({ code, message }).toEqual({ code, message: expect.not.stringMatching(/satang\)|สตางค์\)/) });
        if (FORMATTED.test(code)) continue;
        for (const [, name = '', money] of message.matchAll(/\{(\w+)(:money)?\}/g)) {
          if (MONEY.test(name)) expect({ code, name, money }).toEqual({ code, name, money: ':money' });
        }
      }
      // Both languages say the same amounts.
      const places = (language: 'th' | 'en'): string[] =>
        [...(messages[language][code] ?? '').matchAll(/\{\w+:money\}/g)].map(([place]) => place).sort();
      expect({ code, text, places: places('th') }).toEqual({ code, text, places: places('en') });
    }
  },
);
