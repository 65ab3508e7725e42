import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly plain: Buffer;
  readonly brotli: Buffer;
  readonly gzip: Buffer;
}

/** Style sheets and scripts under an address that holds their hash, compressed once at start. */
export function buildAssets(files: Readonly<Record<string, { type: string; text: string }>>): {
  readonly assets: ReadonlyMap<string, Asset>;
  readonly url: (name: string) => string;
} {
  const assets = new Map<string, Asset>();
  const urls = new Map<string, string>();
  for (const [name, { type, text }] of Object.entries(files)) {
    const plain = Buffer.from(text);
    const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 10);
    const path = `/tai-nguyen/${name.replace(/(\.[a-z0-9]+)$/, `.${hash}$1`)}`;
    urls.set(name, path);
    assets.set(path, {
      path,
      type,
      plain,
      brotli: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
      gzip: gzipSync(plain, { level: 9 }),
    });
  }
  return {
    assets,
    url(name) {
      const path = urls.get(name);
      if (!path) throw new Error(`There is no asset ${name}`);
      return path;
    },
  };
}
