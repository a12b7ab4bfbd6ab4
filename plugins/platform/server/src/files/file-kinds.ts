import { Refusal } from '../../../kernel/src';

/** Slips, photos of a visit, scans: what phones and scanners make. */
const KINDS: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'image/heif': 'heic',
  'application/pdf': 'pdf',
};

const MEGABYTE = 1024 * 1024;
export const LARGEST_MB = 8;
export const LARGEST = LARGEST_MB * MEGABYTE;
const LONGEST_NAME = 120;

export const isImage = (mime: string): boolean => mime.startsWith('image/');

/** 413 for what is larger than we keep. */
export function checkSize(size: number, field: string): void {
  if (size > LARGEST) throw new Refusal({ code: 'file.too_large', status: 413, field, params: { max: LARGEST_MB } });
}

/** The type that the content has, whatever its sender calls it; 415 for every other. */
export async function kindOf(content: Buffer, field: string): Promise<{ mime: string; extension: string }> {
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(content);
  const extension = found && KINDS[found.mime];
  if (!found || !extension) throw new Refusal({ code: 'file.type_refused', status: 415, field });
  return { mime: found.mime, extension };
}

/** The name as we keep it: no folders, no control characters, the ending of its true type. */
export function safeName(name: string, extension: string): string {
  const base = name
    .normalize('NFC')
    .replace(/^.*[\\/]/, '')

    .replace(/[\u0000-\u001f\u007f<>:"|?*\u200b-\u200f\u202a-\u202e]/g, '')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/^[.\s]+|\s+$/g, '');
  return `${[...base].slice(0, LONGEST_NAME).join('') || 'file'}.${extension}`;
}
