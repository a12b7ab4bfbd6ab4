// pdfmake 0.3 ships no types; these are the parts of its engine that `typeset.ts` drives.
declare module 'pdfmake/js/PDFDocument.js' {
  const PDFDocument: new (
    fonts: unknown,
    images: unknown,
    patterns: unknown,
    attachments: unknown,
    options: unknown,
  ) => import('./typeset').Pdf;
  export default PDFDocument;
}
declare module 'pdfmake/js/LayoutBuilder.js' {
  const LayoutBuilder: new (pageSize: unknown, margins: unknown, svg: unknown) => import('./typeset').Layout;
  export default LayoutBuilder;
}
declare module 'pdfmake/js/Renderer.js' {
  const Renderer: new (pdf: unknown) => { renderPages(pages: unknown): void };
  export default Renderer;
}
