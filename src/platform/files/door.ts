import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { done, type Outcome, refused } from '#kernel/outcome';
import { type FileKind, judgeContent } from './kinds.ts';
import { attachmentHeader, cleanFileName } from './names.ts';
import { PageDrawer } from './page-images/drawer.ts';
import type { FileStore } from './store.ts';

export interface AcceptedFile {
  readonly sha256: string;
  readonly name: string;
  readonly size: number;
  readonly kind: string;
}

export interface DrawnPage {
  readonly png: Uint8Array;
  /** How many pages the whole has. */
  readonly pages: number;
}

/** Drawn pages kept in memory; an officer leafs back and forth. */
const mostKept = 120;

/** Everything the product does with uploaded content, over one store. */
export function openFiles(options: { readonly store: FileStore; readonly maxUpload: number }) {
  const { store, maxUpload } = options;
  const drawer = new PageDrawer();
  const kept = new Map<string, DrawnPage>();
  const megabytes = Math.floor(maxUpload / 1024 / 1024);

  /** One page, at most once while it is remembered. */
  async function page(
    sha256: string,
    number: number,
    width: number,
    content: { readonly path: string; readonly bytes?: string; readonly kind: FileKind },
  ): Promise<Outcome<DrawnPage>> {
    const wanted = Math.min(Math.max(Math.round(width), 100), 2000);
    const key = `${sha256}/${number}/${wanted}`;
    const known = kept.get(key);
    if (known) return done(known);
    const drawn = await drawer.draw({ ...content, page: number, width: wanted });
    if (!drawn.ok) return drawn;
    const { png, pages } = drawn.value;
    if (!png) return refused({ code: 'page.none' });
    if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '');
    kept.set(key, { png, pages });
    return done({ png, pages });
  }

  async function accept(file: {
    readonly name: string;
    readonly stream: Readable;
  }): Promise<Outcome<AcceptedFile>> {
    const stored = await store.put(file.stream, maxUpload);
    if (!stored.ok) return stored;
    const { sha256, size } = stored.value;
    const judged = await judgeContent(await readFile(store.pathOf(sha256)), file.name);
    if (!judged.ok) {
      await store.remove(sha256);
      return judged;
    }
    const looked = await drawer.draw({ path: store.pathOf(sha256), kind: judged.value, page: 0, width: 100 });
    if (!looked.ok) {
      await store.remove(sha256);
      return looked;
    }
    return done({ sha256, size, name: cleanFileName(file.name), kind: judged.value });
  }

  return {
    rule: {
      vi: `Tệp PDF, JPG hoặc PNG, mỗi tệp không quá ${megabytes} MB.`,
      en: `PDF, JPG or PNG, each no larger than ${megabytes} MB.`,
    },
    accept,
    /** For content made by ourselves (the sample province). */
    storeBytes: (bytes: Uint8Array, name: string) =>
      accept({ name, stream: Readable.from([Buffer.from(bytes)]) }),
    /** Keeps what was made and judged by ourselves, such as a signed paper, as it is. */
    keep: (bytes: Uint8Array) => store.put(Readable.from([Buffer.from(bytes)]), maxUpload),
    open: (sha256: string) => store.open(sha256),
    async pages(sha256: string, kind: string): Promise<number> {
      if (!(await store.has(sha256))) return 0;
      const drawn = await drawer.draw({
        path: store.pathOf(sha256),
        kind: kind as FileKind,
        page: 0,
        width: 100,
      });
      return drawn.ok ? drawn.value.pages : 0;
    },
    async draw(sha256: string, kind: string, number: number, width: number): Promise<Outcome<Uint8Array>> {
      if (!(await store.has(sha256))) return refused({ code: 'file.missing' });
      const drawn = await page(sha256, number, width, { path: store.pathOf(sha256), kind: kind as FileKind });
      return drawn.ok ? done(drawn.value.png) : drawn;
    },
    /** A page of a PDF that we made ourselves and store nowhere. */
    drawMade: (pdf: Uint8Array, number: number, width: number): Promise<Outcome<DrawnPage>> =>
      page(createHash('sha256').update(pdf).digest('hex'), number, width, {
        path: '',
        bytes: Buffer.from(pdf).toString('base64'),
        kind: 'pdf',
      }),
    disposition: attachmentHeader,
    close: () => drawer.close(),
  };
}
export type Files = ReturnType<typeof openFiles>;
