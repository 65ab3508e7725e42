import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Settings } from '../config/settings.ts';
import { filesFolder } from '../readiness.ts';
import { type Finding, missing, ok } from './finding.ts';

const gigabyte = 1024 ** 3;
/** Intake closes at 95 % (ACCEPTANCE A6); below this much there is no time left to react. */
const least = { free: gigabyte, share: 0.05 };

export async function* examineStorage({ dataDir }: Settings): AsyncGenerator<Finding> {
  const folder = filesFolder(dataDir);
  const probe = path.join(folder, `.probe-${process.pid}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(probe, 'x', { flush: true });
    await rm(probe);
    yield ok(`storage: ${folder} can be written`);
  } catch (error) {
    yield missing(
      `storage: ${folder} cannot be written (${(error as Error).message}). Give this user the folder, or set DATA_DIR.`,
    );
    return;
  }
  yield await freeSpace(folder);
  yield readableSecrets(dataDir);
}

async function freeSpace(folder: string): Promise<Finding> {
  const { bavail, blocks, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const words = `${(free / gigabyte).toFixed(1)} GB free (${Math.round((100 * bavail) / blocks)} %)`;
  return free < least.free || bavail / blocks < least.share
    ? missing(`disk: only ${words} in ${folder}. Make room before the intake closes.`)
    : ok(`disk: ${words}`);
}

function readableSecrets(dataDir: string): Finding {
  const folder = path.join(dataDir, 'secrets');
  if (!existsSync(folder)) return ok('secrets: made at the first start');
  const open = readdirSync(folder).filter((name) => (statSync(path.join(folder, name)).mode & 0o077) !== 0);
  return open.length > 0
    ? missing(`secrets: others may read ${open.join(', ')} in ${folder}. Run \`chmod 600 ${folder}/*\`.`)
    : ok('secrets: readable by this user only');
}
