/** The parts of a raw mail that tests look at: enough of MIME for what nodemailer writes. */
export interface ReadPart {
  type: string;
  headers: string;
  content: Buffer;
  parts: ReadPart[];
}

const qp = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );

export function readMail(raw: string): ReadPart {
  const gap = raw.indexOf('\r\n\r\n');
  const headers = raw.slice(0, gap).replace(/\r\n[ \t]+/g, ' ');
  const body = raw.slice(gap + 4);
  const header = (name: string): string => new RegExp(`^${name}: *(.*)$`, 'im').exec(headers)?.[1] ?? '';
  const type = header('Content-Type');
  const boundary = /boundary="([^"]+)"/.exec(type)?.[1];
  const parts = boundary
    ? body
        .split(`--${boundary}`)
        .slice(1, -1)
        .map((part) => readMail(part.replace(/^\r\n/, '')))
    : [];
  const encoding = header('Content-Transfer-Encoding').toLowerCase();
  const content =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : encoding === 'quoted-printable'
        ? qp(body)
        : Buffer.from(body);
  return { type, headers, content, parts };
}

/** A header with its encoded words (RFC 2047) read. */
export function headerOf(part: ReadPart, name: string): string {
  const value = new RegExp(`^${name}: *(.*)$`, 'im').exec(part.headers)?.[1] ?? '';
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      (how.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : qp(text.replaceAll('_', ' '))).toString('latin1'),
    )
    .replace(/[\u0080-\u00ff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString());
}

export const allParts = (part: ReadPart): ReadPart[] => [part, ...part.parts.flatMap(allParts)];
