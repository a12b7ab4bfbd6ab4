import { createHash, createHmac } from 'node:crypto';
import { conflict, forbidden, notFound } from '../../../kernel/src';
import type { Caller } from '../../../kit/src/caller';
import type { FileRow } from '../../../kit/src/platform';
import type { Tools } from '../../../kit/src/plugin';
import { documentIds } from '../core/random-ids';
import type { Registry } from '../core/registry';
import { followMoves } from '../moves/follow-moves';
import type { Ports } from '../ports/create-ports';
import { storageKeyOf } from '../ports/file-storage';
import { createFileStore, faceOf, type StoredFile } from './file-rows';
import { checkSize, kindOf, safeName } from './file-kinds';
import { judgeLink, signedQuery } from './signed-links';

export interface NewFile {
  name: string;
  content: Buffer;
  owner: string;
  customer: number | null;
}

type KeptFile = NewFile & { mime: string; attachedTo: { type: string; documentId: string } | null };

const LINK_LIFE = 'PT15M';

/** Private files: kept outside the public folder, read by their owner, by staff who may, or by a signed link. */
export function createFiles({ strapi, platform, ports, registry }: Tools & { ports: Ports; registry: Registry }) {
  const store = () => createFileStore(platform.rows);

  const secret = (): string => {
    const [key = ''] = (strapi.config.get('server.app.keys') as string[] | undefined) ?? [];
    const own = process.env.SANYA_LINK_SECRET || key;
    if (!own) throw new Error('No secret to sign file links with: set SANYA_LINK_SECRET or server.app.keys');
    return createHmac('sha256', own).update('sanya file links').digest('base64');
  };

  /** The content first, then the row: a row never points at nothing, and a file without a row is nobody's. */
  async function keep(files: readonly KeptFile[]): Promise<FileRow[]> {
    const ids = documentIds(files.length);
    const rows = files.map((file, index) => ({
      name: file.name,
      mime: file.mime,
      size: file.content.length,
      sha256: createHash('sha256').update(file.content).digest('hex'),
      storageKey: storageKeyOf(ids[index] ?? ''),
      owner: file.owner,
      customerId: file.customer,
      attachedType: file.attachedTo?.type ?? null,
      attachedDocumentId: file.attachedTo?.documentId ?? null,
      receivedAt: platform.clock.now(),
    }));
    try {
      for (const [index, row] of rows.entries())
        await ports.storage.put(row.storageKey, files[index]?.content as Buffer);
      return await platform.transaction(async () => {
        const { rows: tables } = platform;
        const customers = rows.flatMap(({ customerId }) => customerId ?? []);
        const owners = await followMoves({ rows: tables, registry }, 'customerId', customers);
        const owned = rows.map((row) => ({ ...row, customerId: owners.get(row.customerId ?? 0) ?? row.customerId }));
        const refs = await store().insert(owned);
        return owned.map((row, index) => faceOf({ ...row, ...(refs[index] as { id: number; documentId: string }) }));
      });
    } catch (error) {
      for (const row of rows) await ports.storage.remove(row.storageKey);
      throw error;
    }
  }

  /** An attached file is part of its row: whoever may read files still reads it with that row only. */
  async function mayStaffRead({ attachedType, attachedDocumentId }: StoredFile, caller: Caller): Promise<boolean> {
    if (!caller.can('plugin::platform.file.read')) return false;
    if (attachedType === null || attachedDocumentId === null) return true;
    return (await platform.visible.rows(caller, attachedType, [attachedDocumentId])).size > 0;
  }

  async function mayRead(file: StoredFile, caller: Caller): Promise<boolean> {
    if (caller.kind === 'staff') return mayStaffRead(file, caller);
    if (caller.kind === 'system') return true;
    const isOwn = file.customerId !== null && file.customerId === caller.customer?.id;
    return caller.kind === 'member' && (file.owner === caller.key || isOwn);
  }

  async function found(documentId: string): Promise<StoredFile> {
    const [file] = /^[a-z0-9]{1,40}$/.test(documentId) ? await store().byDocumentIds([documentId]) : [];
    if (!file) throw notFound('file.unknown', { field: 'id' });
    return file;
  }

  return {
    /** Receives what a caller sent: 413 when too large, 415 when it is none of the types we keep, judged by content. */
    async receive(files: readonly NewFile[]): Promise<FileRow[]> {
      const checked = await Promise.all(
        files.map(async (file): Promise<KeptFile> => {
          checkSize(file.content.length, 'file');
          const { mime, extension } = await kindOf(file.content, 'file');
          return { ...file, name: safeName(file.name, extension), mime, attachedTo: null };
        }),
      );
      return keep(checked);
    },

    /** Keeps what the suite itself made, such as the PDF that was sent. Not inside a transaction: it writes to disk. */
    keep,

    /** The file and its content, for who may read it or holds a link; not found for everybody else. */
    async read(
      documentId: string,
      caller: Caller,
      link: { expires?: string; signature?: string } = {},
    ): Promise<{ file: FileRow; content: Buffer }> {
      const file = await found(documentId);
      if (!(await mayRead(file, caller))) {
        const verdict = judgeLink(secret(), documentId, link, platform.clock.now());
        if (verdict === 'expired') throw forbidden('file.link_expired');
        if (verdict === 'wrong') throw notFound('file.unknown', { field: 'id' });
      }
      return { file: faceOf(file), content: await ports.storage.get(file.storageKey) };
    },

    /** Path and query of a link that opens the file for a quarter of an hour, for whom the caller shows it to. */
    async link(documentId: string, caller: Caller): Promise<string> {
      const file = await found(documentId);
      if (!(await mayRead(file, caller))) throw notFound('file.unknown', { field: 'id' });
      const query = signedQuery(secret(), documentId, platform.clock.now(), LINK_LIFE);
      return `/api/platform/files/${documentId}?${query}`;
    },

    async attach(ids: readonly string[], to: { type: string; documentId: string }): Promise<FileRow[]> {
      if (ids.length === 0) return [];
      const caller = platform.caller();
      return platform.transaction(async () => {
        const rows = await store().byDocumentIds(ids, true);
        const byId = new Map(rows.map((row) => [row.documentId, row]));
        const files = [...new Set(ids)].map((id) => {
          const row = byId.get(id);
          if (!row || (caller.kind !== 'system' && row.owner !== caller.key)) throw notFound('file.unknown');
          if (row.attachedDocumentId !== null) throw conflict('file.attached_already', { params: { name: row.name } });
          return row;
        });
        await store().attach(
          files.map((file) => file.id),
          to,
        );
        return files.map((file) => faceOf({ ...file, attachedType: to.type, attachedDocumentId: to.documentId }));
      });
    },

    async content(file: FileRow): Promise<Buffer> {
      const [row] = await store().byIds([file.id]);
      if (!row) throw notFound('file.unknown');
      return ports.storage.get(row.storageKey);
    },
  };
}

export type Files = ReturnType<typeof createFiles>;
