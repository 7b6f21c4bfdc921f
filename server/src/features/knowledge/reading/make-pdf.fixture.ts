import { deflateSync } from 'node:zlib';

/**
 * A PDF with so many pages, each with this line (Latin letters). `encrypt`: it wants a password. `content`: what draws each page
 * instead; `packed`: so many times.
 */
export function makePdf({
  pages = 1,
  text = 'Hello',
  encrypt = false,
  content,
  packed = 0,
}: {
  pages?: number;
  text?: string;
  encrypt?: boolean;
  content?: (page: number) => string | Buffer;
  packed?: number;
} = {}): Buffer {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const font = 3;
  const kids = Array.from({ length: pages }, (_, i) => `${4 + i * 2} 0 R`).join(' ');
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  for (let page = 0; page < pages; page += 1) {
    const line = text ? `BT /F 12 Tf 72 700 Td (${text} ${page + 1}) Tj ET` : '';
    let drawn = Buffer.from(content?.(page + 1) ?? line);
    for (let i = 0; i < packed; i += 1) drawn = deflateSync(drawn, { level: 9 });
    const filter = packed ? ` /Filter [${'/FlateDecode '.repeat(packed)}]` : '';
    const stream = drawn.toString('latin1');
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F ${font} 0 R >> >> /Contents ${5 + page * 2} 0 R >>`,
    );
    add(`<< /Length ${stream.length}${filter} >>\nstream\n${stream}\nendstream`);
  }
  const key = '<'.concat('00'.repeat(32), '>');
  const encryption = encrypt ? add(`<< /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >>`) : 0;
  let file = '%PDF-1.4\n';
  const places = objects.map((body, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const start = file.length;
  const rows = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const secured = encryption ? ` /Encrypt ${encryption} 0 R /ID [<00><00>]` : '';
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${secured} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
