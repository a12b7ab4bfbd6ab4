import { mkdir, realpath, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type DoctorCheck, doubtful, type Finding, well, wrong } from '../../../../kit/src/doctor';
import type { Tools } from '../../../../kit/src/plugin';
import { documentIds } from '../../core/random-ids';
import { filesFolder } from '../../ports/create-ports';

const OTHERS = 0o077;

const isWithin = (folder: string, other: string): boolean => {
  const way = path.relative(other, folder);
  return way === '' || (!way.startsWith('..') && !path.isAbsolute(way));
};

/** The folder of private files: outside what the server gives to everybody, ours to write, nobody else's to read. */
export const filesCheck = ({ strapi }: Tools): DoctorCheck => ({
  name: 'files',
  async run({ env }) {
    const folder = path.resolve(filesFolder(strapi, env));
    const findings: Finding[] = [];
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const probe = path.join(folder, `doctor-${documentIds(1)[0]}`);
      await writeFile(probe, '', { mode: 0o600 });
      await rm(probe);
      findings.push(well('files', { folder }));
    } catch (error) {
      return [wrong('files_unwritable', { folder, reason: error instanceof Error ? error.message : String(error) })];
    }
    const publicFolder = await realpath(strapi.dirs.static.public).catch(() => strapi.dirs.static.public);
    if (isWithin(await realpath(folder), publicFolder)) findings.push(wrong('files_public', { folder }));
    if (process.platform !== 'win32' && ((await stat(folder)).mode & OTHERS) !== 0) {
      findings.push(doubtful('files_open', { folder }));
    }
    return findings;
  },
});
