import path from 'node:path';
import { build, transform } from 'esbuild';
import { buildStyles } from '#design';
import { buildAssets } from '#platform/http';
import { checkScript } from './page-checks/bundle.ts';

const design = 'src/design/browser';
const designer = 'src/surfaces/designer/browser';

async function script(root: string, name: string, folder = design): Promise<{ type: string; text: string }> {
  const result = await build({
    entryPoints: [path.join(root, folder, `${name}.browser.ts`)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    logLevel: 'silent',
  });
  return { type: 'text/javascript; charset=utf-8', text: result.outputFiles[0]?.text ?? '' };
}

async function style(css: string): Promise<{ type: string; text: string }> {
  const { code } = await transform(css, { loader: 'css', minify: true, target: 'es2020' });
  return { type: 'text/css; charset=utf-8', text: code };
}

/** Style sheets and courtesies for the browser, made once at start. */
export async function makeAssets(root: string) {
  const styles = buildStyles();
  const [citizen, office, gallery, enhance, officeScript, designerScript, check] = await Promise.all([
    style(styles.citizen),
    style(styles.office),
    style(styles.gallery),
    script(root, 'enhance'),
    script(root, 'office'),
    script(root, 'designer', designer),
    checkScript(root),
  ]);
  return buildAssets({
    'citizen.css': citizen,
    'office.css': office,
    'gallery.css': gallery,
    'enhance.js': enhance,
    'office.js': officeScript,
    'designer.js': designerScript,
    'check.js': { type: 'text/javascript; charset=utf-8', text: check },
  });
}
