import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';

export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly plain: Buffer;
  readonly brotli: Buffer;
  readonly gzip: Buffer;
}
interface Source {
  readonly type: string;
  readonly text: string;
}

const brotliMost = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
const gzipMost = { level: 9 };

/** Name and content decide the address, so it may be kept for ever. */
function addressed(name: string, text: string): { readonly path: string; readonly plain: Buffer } {
  const plain = Buffer.from(text);
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 10);
  return { path: `/tai-nguyen/${name.replace(/(\.[a-z0-9]+)$/, `.${hash}$1`)}`, plain };
}

/** One asset made while others are served: compressed beside the thread that serves. */
export async function assetOf(name: string, { type, text }: Source): Promise<Asset> {
  const { path, plain } = addressed(name, text);
  const [brotli, gzipped] = await Promise.all([
    promisify(brotliCompress)(plain, brotliMost),
    promisify(gzip)(plain, gzipMost),
  ]);
  return { path, type, plain, brotli, gzip: gzipped };
}

/** Style sheets and scripts under an address that holds their hash, compressed once at start. */
export function buildAssets(files: Readonly<Record<string, Source>>): {
  readonly assets: ReadonlyMap<string, Asset>;
  readonly url: (name: string) => string;
} {
  const assets = new Map<string, Asset>();
  const urls = new Map<string, string>();
  for (const [name, { type, text }] of Object.entries(files)) {
    const { path, plain } = addressed(name, text);
    urls.set(name, path);
    assets.set(path, {
      path,
      type,
      plain,
      brotli: brotliCompressSync(plain, brotliMost),
      gzip: gzipSync(plain, gzipMost),
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
