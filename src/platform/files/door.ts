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

/** Drawn pages kept in memory; an officer leafs back and forth. */
const mostKept = 120;

/** Everything the product does with uploaded content, over one store. */
export function openFiles(options: { readonly store: FileStore; readonly maxUpload: number }) {
  const { store, maxUpload } = options;
  const drawer = new PageDrawer();
  const kept = new Map<string, Uint8Array>();
  const megabytes = Math.floor(maxUpload / 1024 / 1024);

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
    async draw(sha256: string, kind: string, page: number, width: number): Promise<Outcome<Uint8Array>> {
      if (!(await store.has(sha256))) return refused({ code: 'file.missing' });
      const wanted = Math.min(Math.max(Math.round(width), 100), 2000);
      const key = `${sha256}/${page}/${wanted}`;
      const known = kept.get(key);
      if (known) return done(known);
      const drawn = await drawer.draw({
        path: store.pathOf(sha256),
        kind: kind as FileKind,
        page,
        width: wanted,
      });
      if (!drawn.ok) return drawn;
      if (!drawn.value.png) return refused({ code: 'page.none' });
      if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '');
      kept.set(key, drawn.value.png);
      return done(drawn.value.png);
    },
    disposition: attachmentHeader,
    close: () => drawer.close(),
  };
}
export type Files = ReturnType<typeof openFiles>;
