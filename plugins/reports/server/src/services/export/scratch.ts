import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Cell } from '../../domain/cells';

export type Row = Record<string, Cell>;

/**
 * A folder of its own for one export: the rows as they come from the database, and the file made of them. Memory does
 * not grow with the rows, however slowly the reader takes the file.
 */
export function openScratch() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `sanya-report-${process.pid}-`));
  const rows = path.join(folder, 'rows');
  const file = fs.openSync(rows, 'w');
  let open = true;
  const close = (): void => {
    if (open) fs.closeSync(file);
    open = false;
  };
  const remove = (): void => {
    close();
    fs.rmSync(folder, { recursive: true, force: true });
  };

  return {
    remove,
    /** Written at once: a transaction is open, and waits for nothing but the database. */
    keep(chunk: readonly Row[]): void {
      fs.writeFileSync(file, chunk.map((row) => `${JSON.stringify(row)}\n`).join(''));
    },
    async *rows(): AsyncGenerator<Row> {
      close();
      for await (const line of createInterface({ input: fs.createReadStream(rows) })) yield JSON.parse(line) as Row;
    },
    path: (name: string): string => path.join(folder, name),
    /** The file as a stream; when it was read, or nobody wants it any more, the folder goes. */
    hand(name: string): Readable {
      const stream = fs.createReadStream(name);
      stream.once('close', remove);
      return stream;
    },
  };
}

export type Scratch = ReturnType<typeof openScratch>;
