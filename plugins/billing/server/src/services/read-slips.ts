import type { FileRow, Platform } from '@sanya/strapi-plugin-platform/kit';
import { FILE } from '../content-types/types';
import { readSlipQr } from '../domain/mini-qr';
import type { SlipReading } from '../domain/slip';

interface Picture {
  width: number;
  height: number;
  /** RGBA, four bytes a pixel. */
  data: Uint8Array;
}

/** A photograph of a good telephone has half of it; more is no slip. */
const MOST_PIXELS = 40_000_000;
/** A slip on a screen is about as wide; larger pictures are looked at smaller first, which is much quicker. */
const SIDES = [1_000, 2_000];

/** The name of the last chunk and its check sum. */
const END_BYTES = 8;
/** In less there is no code. */
const LEAST_SIDE = 21;

const isSane = (width: number, height: number): boolean => width > 0 && height > 0 && width * height <= MOST_PIXELS;

/** The sizes stand in the header: nothing larger is unpacked. */
async function pngOf(content: Buffer): Promise<Picture | null> {
  if (content.length < 24 || !isSane(content.readUInt32BE(16), content.readUInt32BE(20))) return null;
  const { default: png } = await import('pngjs');
  // Telephones put notes of their own behind the end of a picture.
  const end = content.indexOf('IEND');
  return png.PNG.sync.read(end < 0 ? content : content.subarray(0, end + END_BYTES));
}

async function jpegOf(content: Buffer): Promise<Picture | null> {
  const { default: jpeg } = await import('jpeg-js');
  return jpeg.decode(content, {
    useTArray: true,
    formatAsRGBA: true,
    maxResolutionInMP: MOST_PIXELS / 1_000_000,
    maxMemoryUsageInMB: 512,
  });
}

/** The mean of the pixels that become one. */
function shrunk({ width, height, data }: Picture, side: number): Picture {
  const step = Math.ceil(Math.max(width, height) / side);
  if (step <= 1) return { width, height, data };
  const [across, down] = [Math.floor(width / step), Math.floor(height / step)];
  const small = new Uint8Array(across * down * 4).fill(255);
  for (let y = 0; y < down; y += 1) {
    for (let x = 0; x < across; x += 1) {
      for (let part = 0; part < 3; part += 1) {
        let total = 0;
        for (let dy = 0; dy < step; dy += 1) {
          for (let dx = 0; dx < step; dx += 1) {
            total += data[((y * step + dy) * width + x * step + dx) * 4 + part] ?? 0;
          }
        }
        small[(y * across + x) * 4 + part] = Math.round(total / (step * step));
      }
    }
  }
  return { width: across, height: down, data: small };
}

/** The QR code in a picture of a slip. Never throws: what cannot be read is said so. */
async function readSlip(content: Buffer, mime: string): Promise<SlipReading> {
  const decode = { 'image/png': pngOf, 'image/jpeg': jpegOf }[mime.toLowerCase()];
  if (!decode) return { kind: 'unreadable' };
  let picture: Picture | null;
  try {
    picture = await decode(content);
  } catch {
    return { kind: 'unreadable' };
  }
  if (!picture) return { kind: 'unreadable' };
  if (Math.min(picture.width, picture.height) < LEAST_SIDE) return { kind: 'missing' };
  const { default: find } = await import('jsqr');
  let other: SlipReading = { kind: 'missing' };
  for (const side of SIDES) {
    const { data, width, height } = shrunk(picture, side);
    const code = find(new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength), width, height);
    if (code) {
      const read = readSlipQr(code.data);
      if (read.kind === 'slip') return read;
      other = read;
    }
    if (Math.max(picture.width, picture.height) <= side) break;
  }
  return other;
}

/** What stands in slips, by the document id of their file: read before the transaction that uses it. */
export async function readSlips(platform: Platform, documentIds: readonly string[]): Promise<Map<string, SlipReading>> {
  const files = await platform.rows.byDocumentIds<FileRow>(FILE, documentIds);
  const readings = new Map<string, SlipReading>();
  for (const file of files) {
    readings.set(file.documentId, await readSlip(await platform.files.content(file), file.mime));
  }
  return readings;
}
