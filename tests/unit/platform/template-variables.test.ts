import fc from 'fast-check';
import { createEngine } from '../../../plugins/platform/server/src/templates/engine';
import { knows, variablesOf } from '../../../plugins/platform/server/src/templates/variables';
import { memberWelcome } from '../../../plugins/crm/server/src/messages/member-welcome';
import { templates as billing } from '../../../plugins/billing/server/src/services/templates';
import { templates as sales } from '../../../plugins/sales/server/src/services/templates';

const SAMPLE = {
  number: 'IV-1',
  order: { total: '10.00', reason: null },
  lines: [{ description: 'a', total: '1.00' }],
  tags: ['x'],
};
const engine = createEngine();
const unknown = async (text: string) => (await engine.unknown(text, SAMPLE)).map(({ name }) => name);

test('what a template may say is listed with its example and with what is written to say it', () => {
  expect(variablesOf(SAMPLE)).toEqual([
    { path: 'company', example: '', insert: '{{ company }}' },
    { path: 'number', example: 'IV-1', insert: '{{ number }}' },
    { path: 'order.total', example: '10.00', insert: '{{ order.total }}' },
    { path: 'order.reason', example: '', insert: '{{ order.reason }}' },
    { path: 'lines[]', example: '', insert: '{% for line in lines %}{{ line.description }}{% endfor %}' },
    { path: 'line.description', example: 'a', insert: '{{ line.description }}' },
    { path: 'line.total', example: '1.00', insert: '{{ line.total }}' },
    { path: 'tags[]', example: '', insert: '{% for tag in tags %}{{ tag }}{% endfor %}' },
    { path: 'tag', example: 'x', insert: '{{ tag }}' },
  ]);
});

test('what no mail fills is found, in loops too, with its place', async () => {
  expect(await engine.unknown('{{ company }} {{ number }}\n<p>{{ numbr }}', SAMPLE)).toEqual([
    { name: 'numbr', line: 2, column: 7 },
  ]);
  expect(await unknown('{{ order.totl }}{{ order.reason.x }}{{ number.x }}')).toEqual(['order.totl', 'number.x']);
  expect(
    await unknown(
      '{% for line in lines %}{{ forloop.index }}{{ line.total }}{{ line.totl }}{{ lin.total }}{% endfor %}{{ lines.size }}{{ lines[0].total }}{{ lines[0].x }}',
    ),
  ).toEqual(['line.totl', 'lin.total', 'lines.0.x']);
  expect(await unknown('{% assign x = number %}{{ x }}{% capture y %}{{ x }}{% endcapture %}{{ y }}')).toEqual([]);
});

test('whatever is listed is known, and renders', async () => {
  const key = fc.constantFrom('a', 'b', 'names', 'lines', 'x1', 'class');
  const { sample } = fc.letrec<{ sample: Record<string, unknown>; value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.string(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 2 }),
      tie('sample'),
    ),
    sample: fc.dictionary(key, tie('value'), { maxKeys: 3 }),
  }));
  await fc.assert(
    fc.asyncProperty(sample, async (data) => {
      for (const { path, insert } of variablesOf(data)) {
        expect(await engine.problem(insert)).toBeUndefined();
        if (!path.includes('[]') && knows(data, path.split('.')))
          expect(await engine.unknown(insert, data)).toEqual([]);
      }
    }),
  );
});

test('the templates that the plugins bring say only what they are told', async () => {
  for (const { code, subject, body, sample } of [...billing, ...sales, memberWelcome]) {
    for (const text of [subject.th, subject.en, body.th, body.en]) {
      expect([code, await engine.unknown(text, sample)]).toEqual([code, []]);
    }
  }
});

test.each([
  ['a\n {{ x | mony }}', 'template.filter_unknown', { name: 'mony', line: 2, column: 2 }],
  ['{{ x', 'template.not_closed', { name: '{{ x', line: 1, column: 1 }],
  ['{% if x %}', 'template.not_closed', { name: '{% if x %}', line: 1, column: 1 }],
  ['<p>{% endif %}', 'template.tag_unknown', { name: 'endif', line: 1, column: 4 }],
  ['{% if a = %}{% endif %}', 'template.syntax', { line: 1, column: 10 }],
  ['x'.repeat(100_001), 'template.too_much', { line: 1, column: 1 }],
])('%.30s is told by its kind and its place', async (text, code, params) => {
  expect(await engine.problem(text)).toMatchObject({ code, params });
});

test('a text that would work for ever, or that reads another one, is refused', async () => {
  const setting = { language: 'en' as const, zone: 'Asia/Bangkok' };
  await expect(engine.html('{% for i in (1..100000000) %}x{% endfor %}', {}, setting)).rejects.toMatchObject({
    code: 'template.too_much',
  });
  await expect(engine.html('{% include "x" %}', {}, setting)).rejects.toMatchObject({ code: 'template.syntax' });
});
