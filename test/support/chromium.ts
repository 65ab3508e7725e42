import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { root } from './tree.ts';

const run = promisify(execFile);

/** A Chromium that has been seen to start, with the environment it needs. */
interface ChromiumProgram {
  readonly executable: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Plain arguments: the package's own list has `--single-process`, which dies on the second page. Names outside this
 * machine do not resolve and no proxy is asked, so that a page that leans on the network fails here.
 */
const plainArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-proxy-server',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1, EXCLUDE [::1]',
];

/** A headless browser with a fresh profile; close it when done. */
export async function launchBrowser(): Promise<Browser> {
  const { executable, env } = await findChromium();
  return chromium.launch({
    executablePath: executable,
    headless: true,
    args: plainArguments,
    env: { ...ownEnvironment(), ...env },
  });
}

let found: Promise<ChromiumProgram> | undefined;

/** The Chromium of the system when there is one that starts, else the one inside the npm package. */
function findChromium(): Promise<ChromiumProgram> {
  found ??= systemChromium().then((system) => system ?? packagedChromium());
  return found;
}

async function systemChromium(): Promise<ChromiumProgram | undefined> {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'])
    for (const folder of folders) {
      const executable = path.join(folder, name);
      // Ubuntu's chromium-browser is a stub that only asks for snap: being there is not enough.
      if (existsSync(executable) && (await startProblem({ executable, env: {} })) === undefined)
        return { executable, env: {} };
    }
  return undefined;
}

const folderOfPackage = path.join(root, 'node_modules/@sparticuz/chromium');

/** The binary of `@sparticuz/chromium`, unpacked once into `.cache`, with its own libraries where the system lacks them. */
async function packagedChromium(): Promise<ChromiumProgram> {
  const { version } = JSON.parse(readFileSync(path.join(folderOfPackage, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = path.join(root, '.cache', `chromium-${version}`);
  if (!existsSync(folder)) await unpack(folder);
  const fonts = await systemHasFonts();
  const program = {
    executable: path.join(folder, 'chromium'),
    env: fonts ? {} : { FONTCONFIG_FILE: path.join(folder, 'fonts.conf') },
  };
  const problem = await startProblem(program);
  if (problem === undefined) return program;
  // A small system has no NSS or Expat; the package brings them for another system of its kind (glibc).
  const withLibraries = {
    ...program,
    env: { ...program.env, LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib') },
  };
  const second = await startProblem(withLibraries);
  if (second === undefined) return withLibraries;
  throw new Error(`Chromium does not start here: ${problem} With its own libraries: ${second}`);
}

/** Unpacks beside the place and moves it there whole, so that two processes at once cannot see half a browser. */
async function unpack(folder: string): Promise<void> {
  await mkdir(path.dirname(folder), { recursive: true });
  const scratch = await mkdtemp(`${folder}-unpacking-`);
  try {
    // The package unpacks into the folder for temporary files, whatever that is for the process that asks.
    const script = `import chromium, { inflate } from '@sparticuz/chromium';
await chromium.executablePath();
await inflate(${JSON.stringify(path.join(folderOfPackage, 'bin/al2023.tar.br'))});`;
    await run(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: root,
      env: { ...ownEnvironment(), TMPDIR: scratch },
    });
    await writeFile(path.join(scratch, 'fonts.conf'), fontSettings(folder));
    await rename(scratch, folder);
  } catch (error) {
    await rm(scratch, { recursive: true, force: true });
    // Somebody else was first: theirs is as good.
    if (!existsSync(path.join(folder, 'chromium'))) throw error;
  }
}

/** Fonts with Vietnamese letters from packages, for a system that has none. */
const fontSettings = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(folder, 'fonts')}</dir>
  <dir>${path.join(root, 'node_modules/@expo-google-fonts/tinos')}</dir>
  <cachedir>${path.join(folder, 'font-cache')}</cachedir>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`;

async function systemHasFonts(): Promise<boolean> {
  const has = async (folder: string): Promise<boolean> => (await readdir(folder).catch(() => [])).length > 0;
  return (
    existsSync('/etc/fonts/fonts.conf') &&
    ((await has('/usr/share/fonts')) || (await has('/usr/local/share/fonts')))
  );
}

/** What the program says when asked for its version, or undefined when it answers well. */
async function startProblem(program: ChromiumProgram): Promise<string | undefined> {
  try {
    const { stdout } = await run(program.executable, ['--version', '--no-sandbox'], {
      timeout: 20_000,
      env: { ...ownEnvironment(), ...program.env },
    });
    return /\d+\.\d+/.test(stdout) ? undefined : `it answered “${stdout.trim()}”.`;
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).slice(0, 500);
  }
}

const ownEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
