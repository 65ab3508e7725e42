#!/usr/bin/env node
// Runs under any Node >= 18: installs what package-lock.json names, then hands over to the pinned Node 24.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const modules = path.join(root, 'node_modules');
const stamp = path.join(modules, '.motcua-installed');
const [major = 0] = process.versions.node.split('.').map(Number);

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

function wantedStamp() {
  const lock = readFileSync(path.join(root, 'package-lock.json'));
  return createHash('sha256').update(lock).digest('hex');
}

/** The last install was ours and of this very lock file, and nobody emptied the folder since. */
const isInstalled = (wanted) =>
  existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && findPinnedNode() !== undefined;

/** Somebody ran `npm ci` or `npm install` by hand: what npm noted of it is compared with the lock file. */
function isInstalledByHand() {
  try {
    const wanted = readJson(path.join(root, 'package-lock.json')).packages;
    const present = readJson(path.join(modules, '.package-lock.json')).packages;
    const same = (name) => present[name]?.version === wanted[name]?.version;
    return (
      Object.keys(present).every(same) &&
      Object.keys(wanted).every((name) => name === '' || wanted[name].optional || same(name)) &&
      findPinnedNode() !== undefined
    );
  } catch {
    return false;
  }
}

function install() {
  const wanted = wantedStamp();
  if (isInstalled(wanted)) return;
  const release = takeInstallLock(wanted);
  try {
    if (isInstalled(wanted)) return;
    if (!isInstalledByHand()) runNpm();
    linkCommand();
    writeStamp(wanted);
  } finally {
    release();
  }
}

function writeStamp(wanted) {
  try {
    writeFileSync(stamp, wanted);
  } catch {
    // Installed by somebody else into a folder we may only read: the comparison is made again next time.
  }
}

/** Two commands may begin at once in a fresh clone; the second waits for the first. */
function takeInstallLock(wanted) {
  const folder = path.join(root, '.cache', 'installing');
  const staleAfter = 60_000;
  let told = false;
  for (;;) {
    try {
      mkdirSync(path.dirname(folder), { recursive: true });
      mkdirSync(folder);
      break;
    } catch (error) {
      if (error.code === 'EACCES' || error.code === 'EROFS') {
        if (isInstalledByHand()) return () => {};
        fail(
          `The dependencies are missing, and this user may not write into ${root}: run this once as its owner.`,
        );
      }
      if (error.code !== 'EEXIST') throw error;
    }
    if (isInstalled(wanted)) return () => {};
    if (!told) process.stderr.write('Another command is installing the dependencies; waiting for it …\n');
    told = true;
    // The holder touches the folder while it lives (see below); one that was killed does not.
    if (ageOf(folder) > staleAfter) rmSync(folder, { recursive: true, force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  }
  // npm runs synchronously, so a small helper keeps the folder young; it ends with its parent's pipe.
  const keeper = spawn(process.execPath, ['-e', keeperScript, folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  keeper.on('error', () => {});
  keeper.unref();
  const release = () => {
    keeper.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', release);
  return release;
}

const keeperScript = `
const { utimesSync } = require('node:fs');
process.stdin.on('end', () => process.exit()).on('error', () => process.exit()).resume();
setInterval(() => { try { utimesSync(process.argv[1], new Date(), new Date()); } catch { process.exit(); } }, 5000);`;

function ageOf(folder) {
  try {
    return Date.now() - statSync(folder).mtimeMs;
  } catch {
    return 0;
  }
}

function runNpm() {
  process.stderr.write('Installing dependencies (once) …\n');
  const flags = ['--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts', '--prefer-offline'];
  const all = ['--include=dev', '--include=optional'];
  // `npm ci` insists that the registry carries even the packages of other systems; `npm install` keeps to the same
  // lock file and does without those.
  const ways = [
    ['ci', ...flags, ...all],
    ['install', '--no-save', ...flags, ...all],
  ];
  let output = '';
  for (const args of ways) {
    const run = npm(args);
    if (run.error?.code === 'ENOENT') fail('npm was not found: install Node 18 or newer together with npm.');
    if (run.status === 0) return;
    output = `${run.stderr ?? ''}`.trim();
    if (run.signal) process.exit(130);
  }
  process.stderr.write(`${output.split('\n').slice(0, 12).join('\n')}\n`);
  fail('The dependencies could not be installed. Check the connection to the npm registry and try again.');
}

function npm(args) {
  const script = process.env.npm_execpath;
  const options = {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 2, 'pipe'],
    env: npmEnvironment(),
  };
  return script && /npm-cli\.[cm]?js$/.test(script)
    ? spawnSync(process.execPath, [script, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** npm keeps its cache in the home folder, which a service account may not be able to write. */
function npmEnvironment() {
  const { npm_config_cache: given, ...env } = process.env;
  const cache = given ?? path.join(os.homedir(), '.npm');
  if (isWritable(cache)) return { ...env, npm_config_cache: cache };
  const own = path.join(root, '.cache', 'npm');
  return { ...env, npm_config_cache: own, npm_config_logs_dir: path.join(own, '_logs') };
}

function isWritable(folder) {
  let at = folder;
  while (!existsSync(at)) {
    if (path.dirname(at) === at) return false;
    at = path.dirname(at);
  }
  try {
    accessSync(at, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** `npx motcua` finds the command in a checkout by package.json; older npm look here instead. */
function linkCommand() {
  const link = path.join(modules, '.bin', 'motcua');
  try {
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync('../../bin/motcua.mjs', link);
  } catch {
    // It stands already, or the system has no links: both are well.
  }
}

function findPinnedNode() {
  const require = createRequire(path.join(root, 'package.json'));
  try {
    const folder = path.dirname(require.resolve(`node-${process.platform}-${process.arch}/package.json`));
    const node = path.join(folder, 'bin', 'node');
    return existsSync(node) ? node : undefined;
  } catch {
    return major >= 24 ? process.execPath : undefined;
  }
}

function pinnedNode() {
  return (
    findPinnedNode() ??
    fail(
      `There is no pinned Node 24 for ${process.platform}-${process.arch}: start this with Node 24 or newer.`,
    )
  );
}

if (major < 18) fail(`Một Cửa needs Node 18 or newer to begin; this is ${process.version}.`);
if (existsSync(path.join(root, 'package-lock.json'))) install();
const [command = 'help', ...rest] = process.argv.slice(2);
const script =
  command === 'run' ? path.resolve(root, rest.shift() ?? '') : path.join(root, 'src/main/cli.ts');
const args = command === 'run' ? rest : [command, ...rest];
// The supervisor learns by the closed channel that this launcher was killed, and ends what it started.
const watched = command === 'start' || command === 'serve';
const child = spawn(pinnedNode(), ['--disable-warning=ExperimentalWarning', script, ...args], {
  stdio: watched ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit',
  env: { NODE_COMPILE_CACHE: path.join(root, '.cache', 'node'), ...process.env, MOTCUA_ROOT: root },
});
// Passed on even when Ctrl-C has reached the whole group already: the supervisor takes the second one for the same.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// npm puts a shell between itself and us, which dies of a signal without passing it on: an orphan ends its work too.
if (watched && process.env.npm_execpath) {
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref();
}
child.on('error', (error) => fail(`The pinned Node could not be started: ${error.message}`));
child.on('exit', (code, signal) => process.exit(code ?? 128 + (os.constants.signals[signal] ?? 1)));
