import { deflateSync } from 'node:zlib';

const WIDTH = 240;
const HEIGHT = 320;
type Colour = readonly [number, number, number];
const INK: Colour = [40, 40, 60];
const GREY: Colour = [205, 208, 215];
const BANKS: readonly Colour[] = [
  [18, 150, 80],
  [80, 40, 130],
  [30, 90, 170],
];

/** Digits of three by five dots, a row in each three bits. */
const GLYPHS: Record<string, readonly number[]> = {
  '0': [7, 5, 5, 5, 7],
  '1': [2, 6, 2, 2, 7],
  '2': [7, 1, 7, 4, 7],
  '3': [7, 1, 7, 1, 7],
  '4': [5, 5, 7, 1, 1],
  '5': [7, 4, 7, 1, 7],
  '6': [7, 4, 7, 5, 7],
  '7': [7, 1, 2, 2, 2],
  '8': [7, 5, 7, 5, 7],
  '9': [7, 5, 7, 1, 7],
  '.': [0, 0, 0, 0, 2],
  ',': [0, 0, 0, 2, 4],
};

function checksum(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(checksum(body), body.length + 4);
  return frame;
}

function png(pixels: Buffer): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const lines = Array.from({ length: HEIGHT }, (_, y) =>
    Buffer.concat([Buffer.from([0]), pixels.subarray(y * WIDTH * 3, (y + 1) * WIDTH * 3)]),
  );
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The picture of a transfer slip: a bank's colour, the amount in baht and the reference to be read. */
export function slipPicture(amount: bigint, reference: string, bank: number): Buffer {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3, 255);
  const box = (left: number, top: number, width: number, height: number, colour: Colour): void => {
    for (let y = top; y < top + height; y += 1) {
      for (let x = left; x < left + width; x += 1) pixels.set(colour, (y * WIDTH + x) * 3);
    }
  };
  const write = (text: string, left: number, top: number, size: number): void => {
    [...text].forEach((sign, place) => {
      (GLYPHS[sign] ?? []).forEach((bits, row) => {
        for (let dot = 0; dot < 3; dot += 1) {
          if (bits & (4 >> dot)) box(left + (place * 4 + dot) * size, top + row * size, size, size, INK);
        }
      });
    });
  };
  const baht = `${(amount / 100n).toLocaleString('en-US')}.${String(amount % 100n).padStart(2, '0')}`;
  box(0, 0, WIDTH, 52, BANKS[bank % BANKS.length] ?? GREY);
  [78, 100, 122].forEach((top, place) => box(20, top, 120 + place * 30, 10, GREY));
  write(baht, 20, 160, 5);
  box(20, 210, 200, 2, GREY);
  write(reference, 20, 230, 3);
  [260, 280].forEach((top) => box(20, top, 160, 8, GREY));
  return png(pixels);
}
