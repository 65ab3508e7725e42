import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { build } from 'esbuild';
import type { IslandName, Islands } from '#surfaces/shared';

const entries: Readonly<Record<IslandName, string>> = {
  'so-do': 'src/surfaces/designer/diagram/browser/diagram.browser.ts',
  'quyet-dinh': 'src/surfaces/designer/decisions/browser/decisions.browser.ts',
};
type Bundle = Readonly<Record<'js' | 'css', Uint8Array>>;

/**
 * Big scripts of single pages (a diagram), made when somebody first opens such a page: nobody else waits for them, least of
 * all the start.
 */
export function makeIslands(root: string): Islands {
  const made = new Map<IslandName, Promise<Bundle>>();
  return {
    stamp: randomBytes(6).toString('base64url'),
    find(name, kind) {
      let island = made.get(name);
      if (!island) {
        island = bundle(path.join(root, entries[name]));
        island.catch(() => made.delete(name));
        made.set(name, island);
      }
      return island.then((both) => both[kind]);
    },
  };
}

async function bundle(entry: string): Promise<Bundle> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    outdir: 'out',
    format: 'iife',
    target: 'es2020',
    // Fonts for browsers that are no more; the one we serve stands inside the style sheet.
    loader: { '.eot': 'empty', '.svg': 'empty' },
    logLevel: 'silent',
  });
  const of = (ending: string) =>
    outputFiles.find((file) => file.path.endsWith(ending))?.contents ?? new Uint8Array();
  return { js: of('.js'), css: of('.css') };
}
