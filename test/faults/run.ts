// The fault matrix: `npm run faults` runs every row at full counts; `npm run replay -- --seed N --row A3` runs one again with
// the same workload, victims and moments.
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { prepare } from '../support/prepare.ts';
import { print, seconds } from '../support/report.ts';
import { root, walk } from '../support/tree.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    row: { type: 'string' },
    full: { type: 'boolean' },
    small: { type: 'boolean' },
    replay: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});
if (values.help) {
  print('npm run faults -- [--row A3] [--small] [--seed N]');
  print('npm run replay -- --seed N [--row A3] [--full]');
  process.exit(0);
}
const seed = values.seed ?? String(randomInt(1, 2 ** 31 - 1));
if (!/^\d{1,10}$/.test(seed) || (values.replay && values.seed === undefined)) {
  print('Say which: --seed <number>, as the failing run printed it.');
  process.exit(2);
}
const full = values.replay ? values.full === true : values.small !== true;
// A file without the row would set up its house or its product for nothing.
const files = walk(path.join(root, 'test/faults'))
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => path.join(root, 'test/faults', name))
  .filter(
    (name) =>
      values.row === undefined ||
      new RegExp(`\\brow\\(\\s*'${values.row}',`).test(readFileSync(name, 'utf8')),
  );
if (files.length === 0) {
  print(`There is no row ${values.row}.`);
  process.exit(2);
}

print(
  `seed ${seed}, ${full ? 'full' : 'small'} counts${values.row === undefined ? '' : `, row ${values.row}`}`,
);
const prepared = await prepare();
const begun = performance.now();
const child = spawn(
  process.execPath,
  [
    '--disable-warning=ExperimentalWarning',
    '--test',
    '--test-concurrency=1',
    ...(values.row === undefined ? [] : [`--test-name-pattern=^${values.row}:`]),
    ...files,
  ],
  {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...prepared.env, FAULTS_SEED: seed, FAULTS_COUNTS: full ? 'full' : 'small' },
  },
);
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => child.kill(name));
const code = await new Promise<number>((resolve) => child.on('close', (status) => resolve(status ?? 1)));
await prepared.stop();
print(`faults in ${seconds(performance.now() - begun)}`);
if (code !== 0)
  print(
    `npm run replay -- --seed ${seed}${values.row === undefined ? '' : ` --row ${values.row}`}${full ? ' --full' : ''}`,
  );
process.exit(code);
