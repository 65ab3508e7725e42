// `npm run judges`: programs and libraries of others judge what we sign and draw, and refuse it after a change. Fails when one is absent.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runNode } from '../support/child.ts';
import { prepare } from '../support/prepare.ts';
import { print, seconds } from '../support/report.ts';
import { root, walk } from '../support/tree.ts';
import { absentJudges, judges } from './programs.ts';

const { values } = parseArgs({ options: { install: { type: 'boolean' }, help: { type: 'boolean' } } });
if (values.help) {
  print('npm run judges -- [--install]   --install asks apt-get for what is absent (as root)');
  process.exit(0);
}
const packagesOf = (some: typeof judges): string => [...new Set(some.map(({ debian }) => debian))].join(' ');

let absent = await absentJudges();
if (absent.length > 0 && values.install) {
  execFileSync('apt-get', ['update'], { stdio: 'inherit' });
  execFileSync('apt-get', ['install', '-y', '--no-install-recommends', ...packagesOf(absent).split(' ')], {
    stdio: 'inherit',
  });
  absent = await absentJudges();
}
const widest = Math.max(...judges.map(({ program }) => program.length));
for (const judge of judges)
  print(`  ${absent.includes(judge) ? '✗' : '✓'} ${judge.program.padEnd(widest)}  ${judge.judges}`);
if (absent.length > 0) {
  print(`Not installed: ${absent.map(({ program }) => program).join(', ')}.`);
  print(`On Debian: apt-get install ${packagesOf(absent)}   (or: npm run judges -- --install)`);
  process.exit(1);
}

/** Compiled where it is wanted; the product is installed without running anybody's scripts. */
const bindingIsThere = async (): Promise<boolean> =>
  (await runNode(['-e', "require('pkcs11js')"], { budgetMs: 20_000 })).code === 0;
if (!(await bindingIsThere()) && values.install)
  execFileSync('npm', ['rebuild', 'pkcs11js', '--ignore-scripts=false'], { cwd: root, stdio: 'inherit' });
if (!(await bindingIsThere())) {
  print(
    'The binding to tokens is not compiled: npm rebuild pkcs11js --ignore-scripts=false   (or: --install)',
  );
  process.exit(1);
}

/** Tests that ask a program outside, and those that ask a library which is not the one that made what is judged. */
const asksOutside = /#test\/outside-judge|SoftHSM is not installed|from '@meeco\/sd-jwt|from '@openid4vc\//;
const files = walk(path.join(root, 'src'))
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => path.join('src', name))
  .filter((name) => asksOutside.test(readFileSync(path.join(root, name), 'utf8')));
const begun = performance.now();
const prepared = await prepare();
let ran: Awaited<ReturnType<typeof runNode>>;
try {
  ran = await runNode(['--test', '--test-concurrency=2', '--test-reporter=tap', ...files], {
    budgetMs: 600_000,
    env: prepared.env,
  });
} finally {
  await prepared.stop();
}
const count = (what: string): number =>
  Number(new RegExp(`^# ${what} (\\d+)`, 'm').exec(ran.output.slice(-2000))?.[1] ?? Number.NaN);
const [passed, failed, skipped] = [count('pass'), count('fail'), count('skipped')];
const good = ran.code === 0 && failed === 0 && skipped === 0 && passed > 0;
if (!good) process.stderr.write(ran.output.replace(/^( *)ok .*\n/gm, ''));
print(
  `  ${files.length} files, ${passed} passed, ${failed} failed, ${skipped} left out, ${seconds(performance.now() - begun)}`,
);
process.exit(good ? 0 : 1);
