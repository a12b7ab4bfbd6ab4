import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Where private files lie. Keys are ours (`storageKeyOf`), never a reader's text. */
export interface FileStorage {
  put(key: string, content: Buffer): Promise<void>;
  get(key: string): Promise<Buffer>;
  remove(key: string): Promise<void>;
}

const KEY = /^[a-z0-9]{2}\/[a-z0-9]{8,64}$/;

/** Spreads files over folders, as a folder of a hundred thousand files is slow. */
export const storageKeyOf = (id: string): string => `${id.slice(-2)}/${id}`;

/** A folder that only this process's user reads. */
export function folderStorage(folder: string): FileStorage {
  const at = (key: string): string => {
    if (!KEY.test(key)) throw new Error(`not a storage key: ${key}`);
    return path.join(folder, key);
  };
  return {
    async put(key, content) {
      const file = at(key);
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      // Whole or not at all: a process that ends in the middle leaves no half file under the key.
      await writeFile(`${file}.part`, content, { mode: 0o600 });
      await rename(`${file}.part`, file);
    },
    get: (key) => readFile(at(key)),
    remove: (key) => rm(at(key), { force: true }),
  };
}

/** In memory, for tests: `files` shows what is kept. */
export function recordingStorage(): FileStorage & { files: Map<string, Buffer> } {
  const files = new Map<string, Buffer>();
  return {
    files,
    async put(key, content) {
      files.set(key, content);
    },
    async get(key) {
      const content = files.get(key);
      if (!content) throw new Error(`no file under ${key}`);
      return content;
    },
    async remove(key) {
      files.delete(key);
    },
  };
}
