import { done, type Outcome, refused } from '#kernel/outcome';
import type { PageCtx, Reply } from '#platform/http';

/** A file of tables or of a diagram may have this many bytes. */
export const mostOfFile = 1_000_000;

/** The posted file as text, read to its end. Refusals: `xml-too-big`, `file-none`, both of the field `tep`. */
export async function uploadedText(ctx: PageCtx): Promise<Outcome<string>> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of ctx.files())
    for await (const chunk of part.stream) {
      const bytes = Buffer.from(chunk as Uint8Array);
      size += bytes.length;
      if (size <= mostOfFile) parts.push(bytes);
    }
  if (size > mostOfFile) return refused({ code: 'xml-too-big', field: 'tep' });
  const text = Buffer.concat(parts).toString('utf8').trim();
  return text === '' ? refused({ code: 'file-none', field: 'tep' }) : done(text);
}

/** XML to be taken elsewhere, under that name. */
export const xmlDownload = (xml: string, name: string): Reply => ({
  kind: 'bytes',
  status: 200,
  type: 'application/xml; charset=utf-8',
  bytes: Buffer.from(xml),
  headers: { 'content-disposition': `attachment; filename="${name}"` },
});
