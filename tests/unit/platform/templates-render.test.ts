import { createEngine } from '../../../plugins/platform/server/src/templates/engine';
import { layout } from '../../../plugins/platform/server/src/templates/layout';
import { plainText } from '../../../plugins/platform/server/src/templates/plain-text';
import { planSeeds } from '../../../plugins/platform/server/src/templates/seed-templates';
import type { TemplateRow } from '../../../plugins/platform/server/src/templates/template-store';

const engine = createEngine();
const th = { language: 'th', zone: 'Asia/Bangkok' } as const;
const en = { language: 'en', zone: 'Asia/Bangkok' } as const;

describe('the template engine', () => {
  it.each([
    ['{{ "107000" | money }}', '฿1,070.00'],
    ['{{ 107000 | money: "JPY" }}', 'JPY 107,000'],
    ['{{ "n/a" | money }}', 'n/a'],
    ['{{ nothing | money }}', ''],
    ['{{ "1500" | quantity }}', '1.5'],
    ['{{ "1.5" | quantity }}', '1.5'],
    ['{{ "2026-01-31" | date }}', '31 มกราคม 2569'],
    ['{{ "2026-01-31" | date: "short" }}', '31 ม.ค. 2569'],
    ['{{ "2026-01-31T17:05:00.000Z" | date }}', '1 ก.พ. 2569 00:05 น.'],
    ['{{ "soon" | date }}', 'soon'],
  ])('%s says %s', async (text, said) => {
    expect(await engine.html(text, {}, th)).toBe(said);
  });

  it('writes dates of the reader', async () => {
    expect(await engine.html('{{ d | date }}', { d: '2026-01-31' }, en)).toBe('31 January 2026');
  });

  it('escapes in HTML, and keeps a subject in one line', async () => {
    const data = { name: '<b>&"\r\nBcc: a@b.co' };
    expect(await engine.html('{{ name }}', data, th)).toBe('&lt;b&gt;&amp;&#34;\r\nBcc: a@b.co');
    expect(await engine.line('Dear {{ name }}', data, th)).toBe('Dear <b>&" Bcc: a@b.co');
  });

  it.each([
    ['a file', '{% include "/etc/passwd" %}'],
    ['a partial', '{% render "x" %}'],
    ['a layout', '{% layout "x" %}'],
    ['an unknown filter', '{{ 1 | nosuchfilter }}'],
    ['an endless loop', '{% for i in (1..100000000) %}x{% endfor %}'],
    ['a slow loop', '{% for i in (1..9999) %}{% for j in (1..9999) %}{{ j | plus: i }}{% endfor %}{% endfor %}'],
    [
      'a text without end',
      '{% assign a = "xxxxxxxxxx" %}{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}',
    ],
  ])('refuses %s', async (_, text) => {
    await expect(engine.html(text, {}, th)).rejects.toThrow();
  });

  it('shows nothing that the data does not have of its own', async () => {
    expect(await engine.html('{{ a.constructor }}{{ a.__proto__ }}{{ a.toString }}', { a: {} }, th)).toBe('');
  });

  it('says what is wrong with a text, and nothing of a sound one', async () => {
    expect(await engine.problem('{{ a | money }} {% if a %}x{% endif %}')).toBeUndefined();
    expect(await engine.problem('{% if a %}')).toMatchObject({ code: 'template.not_closed' });
    expect(await engine.problem('{{ a | ')).toMatchObject({ code: 'template.not_closed' });
  });
});

describe('the mail layout', () => {
  const make = (body: string) =>
    layout({
      language: 'th',
      subject: 'S & T',
      body,
      letterhead: { company: 'A & <B>', lines: ['1 <Road>'], from: 'a@b.co' },
      footnote: 'auto',
    });

  it('dresses what a mail needs and drops the rest', async () => {
    const html = await make(
      '<p onclick="x()">ก</p><a class="button" href="https://x.co/?a=1&amp;b=2">จ่าย</a><a href="javascript:x()">y</a><script>x()</script><img src=x onerror=x()>',
    );
    expect(html).toContain('<p style="margin:0 0 16px">ก</p>');
    expect(html).toMatch(/<a href="https:\/\/x\.co\/\?a=1&amp;b=2" style="display:inline-block/);
    expect(html).not.toMatch(/javascript:|onclick|<script|<img/);
    expect(html).toContain('A &amp; &lt;B&gt;');
    expect(html).toContain('1 &lt;Road&gt;');
  });
});

describe('the plain text of a body', () => {
  it.each([
    ['<p>a&nbsp;b</p><p>c<br>d</p>', 'a b\n\nc\nd'],
    ['<ul><li>a</li><li>b</li></ul>x', '- a\n\n- b\n\nx'],
    ['<a href="https://x.co/">https://x.co/</a>', 'https://x.co/'],
    ['<a href="https://x.co/">pay &amp; go</a>', 'pay & go (https://x.co/)'],
    ['&lt;b&gt; &amp;lt; &#34;q&#34;', '<b> &lt; "q"'],
    ['<table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table>', 'a  1\nb  2'],
  ])('of %s', (html, text) => {
    expect(plainText(html)).toBe(text);
  });
});

describe('seeding', () => {
  const AT = '2026-01-31T02:00:00.000Z';
  const seed = {
    code: 'a',
    name: { th: 'ก', en: 'A' },
    subject: { th: 's', en: 's' },
    body: { th: 'b', en: 'b' },
    sample: {},
  };
  const row = (more: Partial<TemplateRow> = {}): TemplateRow => ({
    ...{ id: 1, documentId: 'd', code: 'a', name: 'A', version: 4, current: true, origin: 'seed', sample: null },
    ...{ subjectTh: 's', bodyTh: 'b', subjectEn: 's', bodyEn: 'b' },
    ...{ changedAt: null, changedBy: null, restoredFrom: null },
    ...more,
  });

  it('makes what is missing, renews what nobody touched, leaves what is staff’s or the same', () => {
    expect(planSeeds([seed], [], AT).insert).toMatchObject([{ code: 'a', version: 1, current: true, origin: 'seed' }]);
    expect(planSeeds([seed], [row({ bodyTh: 'old' })], AT).renew).toMatchObject([
      { past: { version: 4, bodyTh: 'old' }, next: { id: 1, version: 5, bodyTh: 'b' } },
    ]);
    expect(planSeeds([seed], [row({ bodyTh: 'old', origin: 'staff' })], AT)).toEqual({ insert: [], renew: [] });
    expect(planSeeds([seed], [row()], AT)).toEqual({ insert: [], renew: [] });
  });
});
