import fc from 'fast-check';
import {
  conflict,
  hasControlCharacters,
  hasKeptMarks,
  keepProblem,
  keepWords,
  type MessageParams,
  tellProblem,
  tellWords,
  withoutKeptMarks,
} from '../../../plugins/platform/kernel/src';
import { createMessages } from '../../../plugins/platform/server/src/core/messages';

const messages = createMessages();
messages.add({
  th: { over: 'หมดอายุ', debt: 'ค้างชำระ {invoices}', day: 'ถึงวันที่ {on:date}', why: 'เพราะ {reason}' },
  en: { over: 'Lapsed', debt: 'Not paid: {invoices}', day: 'Until {on:date}', why: 'Because: {reason}' },
});
const tell = <T>(value: T): [T, T] => [messages.tell('th', value), messages.tell('en', value)];

test('what was kept by its code is said to each reader in their own language', () => {
  expect(tell(keepWords('over'))).toEqual(['หมดอายุ', 'Lapsed']);
  expect(tell(keepWords('debt', { invoices: 'IV-1' }))).toEqual(['ค้างชำระ IV-1', 'Not paid: IV-1']);
  expect(tell(keepWords('day', { on: '2026-01-31' }))).toEqual(['ถึงวันที่ 31 ม.ค. 2569', 'Until 31 Jan 2026']);
});

test('wherever it stands: in lists and records, among other words, inside other words', () => {
  const over = keepWords('over');
  const row = { id: 7, after: { reason: over, list: [over, null] }, at: new Date(0), total: 5n };
  expect(messages.tell('en', row)).toEqual({ ...row, after: { reason: 'Lapsed', list: ['Lapsed', null] } });
  expect(tell(`1. ${over} 2. ${over}`)).toEqual(['1. หมดอายุ 2. หมดอายุ', '1. Lapsed 2. Lapsed']);
  expect(messages.say('en', 'why', { reason: over })).toBe('Because: Lapsed');
  expect(tell(keepWords('why', { reason: over }))).toEqual(['เพราะ หมดอายุ', 'Because: Lapsed']);
});

test('what people typed stays as they typed it, however much it looks like what is kept', () => {
  const said = (code: string, params?: MessageParams) => `SAID ${code} ${JSON.stringify(params)}`;
  fc.assert(fc.property(fc.string(), (text) => tellWords(withoutKeptMarks(text), said) === withoutKeptMarks(text)));
  for (const text of ['{"code":"over"}', '{"code":"over","params":{}}', withoutKeptMarks(keepWords('over'))]) {
    expect(tell(text)).toEqual([text, text]);
  }
  // No door lets the marks in.
  expect([hasControlCharacters(keepWords('over')), hasKeptMarks(keepWords('over'))]).toEqual([true, true]);
  expect(hasKeptMarks(withoutKeptMarks(keepWords('over')))).toBe(false);
});

test('what nobody can read is told as it is', () => {
  const [begin, end] = [keepWords('x')[0], keepWords('x').at(-1)];
  for (const json of ['', '{"code":', '{"code":5}', '{"code":"debt","params":{"invoices":null}}', '[]', 'null']) {
    expect(tell(`${begin}${json}${end}`)).toEqual([json, json]);
  }
  expect(tell(keepWords('of.no.plugin'))).toEqual(['of.no.plugin', 'of.no.plugin']);
});

test('problems that were kept without marks are told as well', () => {
  const say = (code: string) => `(${code})`;
  expect(tellProblem('{"code":"order.closed","params":{}}', say)).toBe('(order.closed)');
  expect(tellProblem(keepProblem(conflict('order.closed')), say)).toBe('(order.closed)');
  expect(hasKeptMarks(keepProblem(new Error(keepWords('over'))))).toBe(false);
});
