import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Plugin, transform } from 'esbuild';
import { buildStyles } from '#design';
import type { Inlined } from './one-file.ts';

/** Packages that the judges need. */
const inBrowsers = /^(?:zod$|pako$|@noble\/|buffer\/|node:(?:crypto|zlib)$)/;

/**
 * Doors re-export whole rooms, and a browser needs their judges alone: our modules do nothing by being read. What Node has
 * and a browser has not is stood in for.
 */
const judgesAlone = (root: string): Plugin => ({
  name: 'judges-alone',
  setup(making) {
    // By `require`, for what is left out in the end may ask for more than a browser has.
    making.onResolve({ filter: /^node:(?:crypto|zlib)$/ }, ({ path: name }) => ({
      path: name.slice('node:'.length),
      namespace: 'stand-in',
      sideEffects: false,
    }));
    making.onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path: name }) => ({
      contents: `module.exports = require('./src/main/verifier/stand-ins/${name}.ts');`,
      resolveDir: root,
    }));
    // Named like this it is taken apart, and its forty languages stay away.
    making.onLoad({ filter: /\/src\/.*\.ts$/ }, ({ path: name }) => ({
      contents: readFileSync(name, 'utf8').replace("import { z } from 'zod';", "import * as z from 'zod';"),
      loader: 'ts',
    }));
    // Read on the way and left out again: what of it were still there in the end is an error below.
    making.onResolve({ filter: /^[a-z@]/ }, ({ path: name, importer }) =>
      importer.startsWith(path.join(root, 'src')) && !inBrowsers.test(name)
        ? { path: name, external: true, sideEffects: false }
        : undefined,
    );
    making.onResolve({ filter: /^[#.]/ }, async ({ path: name, kind, resolveDir, pluginData, importer }) => {
      if (pluginData === 'asked' || !importer.startsWith(path.join(root, 'src'))) return undefined;
      const found = await making.resolve(name, { kind, resolveDir, pluginData: 'asked' });
      return found.errors.length > 0
        ? found
        : { path: found.path, sideEffects: found.path.endsWith('/nothing-compiled.ts') };
    });
  },
});

/** The script and the style sheet of the verifier, each as one text. */
export async function verifierParts(root: string): Promise<Inlined> {
  const folder = path.join(root, 'src/surfaces/portal/verifier');
  const [{ outputFiles, metafile }, { code }] = await Promise.all([
    build({
      entryPoints: [path.join(folder, 'browser/verifier.browser.ts')],
      inject: [path.join(root, 'src/main/verifier/stand-ins/buffer.ts')],
      bundle: true,
      minify: true,
      write: false,
      metafile: true,
      outdir: 'out',
      format: 'iife',
      // Numbers beyond 2^53 are in it.
      target: 'es2022',
      charset: 'utf8',
      plugins: [judgesAlone(root)],
      logLevel: 'silent',
    }),
    transform(buildStyles().citizen + readFileSync(path.join(folder, 'verifier.css'), 'utf8'), {
      loader: 'css',
      minify: true,
      target: 'es2020',
      charset: 'utf8',
    }),
  ]);
  const foreign = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map((one) => one.path));
  if (foreign.length > 0) throw new Error(`No browser has ${foreign.join(', ')}`);
  // Inside HTML a script ends where this stands, wherever that is.
  const script = (outputFiles[0]?.text ?? '')
    .replaceAll(/<\/(script)/gi, String.raw`<\/$1`)
    .replaceAll('<!--', String.raw`<\!--`);
  return { script, style: code };
}
