import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './tree.ts';

export interface CommandRun {
  readonly dataDir: string;
  /** Beside what every process needs. */
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** `motcua …` as somebody types it, to its end, with nothing of the settings of this process. */
export const runCommand = (
  args: readonly string[],
  { dataDir, env = {}, input }: CommandRun,
): SpawnSyncReturns<string> =>
  spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', path.join(root, 'src/main/cli.ts'), ...args],
    {
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        DATA_DIR: dataDir,
        LOG_LEVEL: 'silent',
        ...env,
      },
      encoding: 'utf8',
      ...(input !== undefined && { input }),
      timeout: 120_000,
    },
  );
