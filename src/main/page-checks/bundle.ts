import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { standIns, unread } from './stand-ins.ts';

/**
 * Doors re-export whole rooms, and a browser needs little of one: our modules do nothing by being read, so what is not used is
 * left out. What a browser does not judge (FEEL, code lists) is stood in for.
 */
const little = (root: string): Plugin => ({
  name: 'little',
  setup(making) {
    making.onResolve({ filter: /^#/ }, async ({ path: name, kind, resolveDir, pluginData }) => {
      if (name in standIns) return { path: name, namespace: 'stand-in', sideEffects: false };
      if (pluginData === 'asked') return undefined;
      const found = await making.resolve(name, { kind, resolveDir: resolveDir || root, pluginData: 'asked' });
      return { path: found.path, sideEffects: false };
    });
    making.onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path: name }) => ({
      contents: standIns[name] ?? '',
    }));
    // Code lists are not judged there either.
    making.onLoad({ filter: /\/forms\/lists\/[\w-]+\.json$/ }, () => ({
      contents: '{"items":[]}',
      loader: 'json',
    }));
    making.onLoad({ filter: /\/forms\/reading\/read-(search|address)\.ts$/ }, () => ({
      contents: unread,
      loader: 'js',
    }));
    making.onResolve(
      { filter: /^\.{1,2}\// },
      async ({ path: name, kind, resolveDir, pluginData, importer }) => {
        if (pluginData === 'asked' || !importer.startsWith(path.join(root, 'src'))) return undefined;
        const found = await making.resolve(name, { kind, resolveDir, pluginData: 'asked' });
        return { path: found.path, sideEffects: false };
      },
    );
  },
});

const settings = {
  bundle: true,
  minify: true,
  write: false,
  format: 'iife',
  target: 'es2020',
  // Vietnamese as it is written: escaped it is twice as long.
  charset: 'utf8',
  logLevel: 'silent',
} as const;

/** Reading is the room of forms', showing is the portal's; they meet here. */
const shared = `import { verdictOf } from '#capabilities/forms';
import { judgePages } from './src/surfaces/portal/filing/sheet/browser/check.browser.ts';
judgePages(verdictOf);`;

/** The script that all pages share: reads fields as the server does. */
export async function checkScript(root: string, contents = shared): Promise<string> {
  const { outputFiles } = await build({
    ...settings,
    stdin: { contents, resolveDir: root, loader: 'js' },
    plugins: [little(root)],
  });
  return outputFiles[0]?.text ?? '';
}

/** The script of one page: its questions, and the compiled schema of their answers. */
export async function pageScript(root: string, page: object, check: string): Promise<string> {
  const contents = `const fits = (function () { const module = { exports: {} }; (function (module) {${check}\n})(module); return module.exports; })();
mcCheck(${JSON.stringify(page)}, fits);`;
  const { outputFiles } = await build({
    ...settings,
    stdin: { contents, resolveDir: root, loader: 'js' },
  });
  return outputFiles[0]?.text ?? '';
}
