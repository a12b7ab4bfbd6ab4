// The package ships no types; this is the part that `layout.ts` calls.
declare module 'sanitize-html' {
  interface Options {
    allowedTags: readonly string[];
    allowedAttributes: Record<string, readonly string[]>;
    allowedSchemes: readonly string[];
    transformTags: Record<
      string,
      (tag: string, attributes: Record<string, string>) => { tagName: string; attribs: Record<string, string> }
    >;
  }
  export default function sanitizeHtml(html: string, options: Options): string;
}
