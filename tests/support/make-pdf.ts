/** A PDF of one page; `stream` is what draws it. */
export function pdf(stream: Uint8Array | string, filter = '', info = ''): Uint8Array {
  const drawn = Buffer.from(stream);
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    Buffer.concat([Buffer.from(`<</Length ${drawn.length}${filter}>>\nstream\n`), drawn, Buffer.from('\nendstream')]),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    `<<${info}>>`,
  ].map((body, index) => Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')]));
  const starts = objects.map((_, index) => 9 + objects.slice(0, index).reduce((total, one) => total + one.length, 0));
  const end = 9 + objects.reduce((total, one) => total + one.length, 0);
  const xref = `xref\n0 7\n0000000000 65535 f \n${starts.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<</Size 7/Root 1 0 R/Info 6 0 R>>\nstartxref\n${end}\n%%EOF`;
  return new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.4\n'), ...objects, Buffer.from(xref)]));
}

/** What draws lines of text, one below another. */
export const drawn = (...lines: string[]) => `BT /F1 12 Tf 20 TL 20 700 Td ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`;
