import type { Language } from '../../../kernel/src';
import type { Letterhead } from './letterhead';

const FONT = "font-family:Sarabun,'Noto Sans Thai','Leelawadee UI',Tahoma,Arial,sans-serif";
const INK = '#1c2430';
const MUTED = '#5d6877';
const ACCENT = '#1f4568';

/** Mail programs know no style sheets: each tag of a body gets its look here. */
const LOOKS: Record<string, string> = {
  h1: `margin:0 0 16px;font-size:22px;line-height:1.4;color:${ACCENT}`,
  h2: `margin:24px 0 12px;font-size:18px;line-height:1.4;color:${ACCENT}`,
  p: 'margin:0 0 16px',
  ul: 'margin:0 0 16px;padding-left:20px',
  ol: 'margin:0 0 16px;padding-left:20px',
  li: 'margin:0 0 6px',
  a: `color:${ACCENT};text-decoration:underline`,
  table: 'width:100%;border-collapse:collapse;margin:0 0 20px',
  th: `padding:8px 6px;border-bottom:2px solid ${ACCENT};text-align:left;font-size:14px`,
  td: 'padding:8px 6px;border-bottom:1px solid #d3dae3;vertical-align:top',
  hr: 'border:0;border-top:1px solid #d3dae3;margin:20px 0',
  small: `color:${MUTED};font-size:13px`,
};
const BUTTON = `display:inline-block;padding:12px 22px;border-radius:6px;background:${ACCENT};color:#ffffff;text-decoration:none;font-weight:bold`;

const TAGS = [...Object.keys(LOOKS), 'b', 'strong', 'i', 'em', 'br', 'span', 'div', 'thead', 'tbody', 'tr'];

/** Staff write bodies, and may paste from anywhere: only what a mail needs is left of it. */
async function dressed(body: string): Promise<string> {
  const { default: sanitizeHtml } = await import('sanitize-html');
  const dress = (tag: string, attributes: Record<string, string>) => {
    const look = tag === 'a' && attributes.class === 'button' ? BUTTON : LOOKS[tag];
    const style = [look, attributes.style].filter(Boolean).join(';');
    const { class: _, ...kept } = attributes;
    return { tagName: tag, attribs: style ? { ...kept, style } : kept };
  };
  return sanitizeHtml(body, {
    allowedTags: TAGS,
    allowedAttributes: { '*': ['style', 'align'], a: ['href', 'style'], td: ['colspan', 'align', 'style'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    transformTags: Object.fromEntries(Object.keys(LOOKS).map((tag) => [tag, dress])),
  });
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

/** What stands in a document: its heading and its text. */
export const sheet = async ({
  language,
  subject,
  body,
}: {
  language: Language;
  subject: string;
  body: string;
}): Promise<string> => `<!doctype html>
<html lang="${language}">
<body style="margin:0;padding:24px;background:#ffffff;${FONT};font-size:16px;line-height:1.6;color:${INK}">
${subject === '' ? '' : `<h2 style="${LOOKS.h2}">${escaped(subject)}</h2>`}
${await dressed(body)}
</body>
</html>`;

/** A whole HTML mail of a rendered body. Tables and inline styles, as the oldest mail programs want it. */
export async function layout(mail: {
  language: Language;
  subject: string;
  body: string;
  letterhead: Letterhead;
  footnote: string;
}): Promise<string> {
  const { language, letterhead } = mail;
  const foot = [...letterhead.lines, mail.footnote].map((line) => `<div style="margin:0 0 4px">${escaped(line)}</div>`);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escaped(mail.subject)}</title>
</head>
<body style="margin:0;padding:0;background:#eef1f5">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#eef1f5"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;background:#ffffff;border-radius:8px;overflow:hidden">
<tr><td style="padding:18px 28px;background:${ACCENT};${FONT};font-size:18px;font-weight:bold;color:#ffffff">${escaped(letterhead.company)}</td></tr>
<tr><td style="padding:28px 28px 12px;${FONT};font-size:16px;line-height:1.65;color:${INK}">${await dressed(mail.body)}</td></tr>
<tr><td style="padding:16px 28px 24px;border-top:1px solid #d3dae3;${FONT};font-size:13px;line-height:1.5;color:${MUTED}"><div style="margin:0 0 4px;font-weight:bold">${escaped(letterhead.company)}</div>${foot.join('')}</td></tr>
</table>
</td></tr></table>
</body>
</html>
`;
}
