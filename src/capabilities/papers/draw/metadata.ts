import type { Instant } from '#kernel/time';

/** What is said about a paper, for its list of facts and for its metadata alike. */
export interface Said {
  readonly title: string;
  readonly author: string;
  readonly at: Instant;
}

export const maker = 'Một Cửa';

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** Text for XML 1.0, which has no place for most control characters. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>]/g, (mark) => marks[mark] ?? '');

/**
 * XMP that names the paper as PDF/A-2a and says what the list of facts says (ISO 19005-2, 6.6.2.3 and 6.6.4). pdfkit
 * puts title and author into its own without escaping them.
 */
function metadata({ title, author, at }: Said): string {
  const time = `${new Date(at).toISOString().slice(0, 19)}Z`;
  const creator =
    author === '' ? '' : `<dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>`;
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance></rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>${creator}</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreateDate>${time}</xmp:CreateDate><xmp:CreatorTool>${maker}</xmp:CreatorTool></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>${maker}</pdf:Producer></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}

/** pdfkit writes its metadata at the end; ours takes that place. */
export function tellMetadata(doc: PDFKit.PDFDocument, said: Said): void {
  const writer = doc as unknown as PdfWriter;
  writer.endMetadata = () => {
    const bytes = Buffer.from(metadata(said));
    const place = writer.ref({ Type: 'Metadata', Subtype: 'XML', Length: bytes.length });
    place.compress = false;
    place.end(bytes);
    writer._root.data['Metadata'] = place;
  };
}

interface PdfPlace {
  compress: boolean;
  end(data: Buffer): void;
}
interface PdfWriter {
  endMetadata: () => void;
  ref(entries: Readonly<Record<string, string | number>>): PdfPlace;
  readonly _root: { readonly data: Record<string, unknown> };
}
