import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Thai sara am is one sign or two, and drawn its second half may be read twice. */
export const said = (text: string): string => text.normalize('NFKC').replace(/\u0e4d\u0e32+/g, '\u0e4d\u0e32');

/** What a PDF says, in reading order, to be compared with `said`. */
export function textOf(pdf: Buffer): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'sanya-pdf-'));
  try {
    const file = path.join(folder, 'document.pdf');
    writeFileSync(file, pdf);
    return said(execFileSync('pdftotext', ['-layout', file, '-']).toString());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
