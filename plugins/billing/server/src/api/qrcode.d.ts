// qrcode ships no types; this is the part of it that is used here.
declare module 'qrcode' {
  export function toDataURL(text: string, options?: { margin?: number; width?: number }): Promise<string>;
  export function toBuffer(text: string, options?: { margin?: number; scale?: number }): Promise<Buffer>;
}
