import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** False when this machine has no such program; a test then says so by being skipped. */
export async function isInstalled(program: string, ask = 'version'): Promise<boolean> {
  try {
    await run(program, [ask]);
    return true;
  } catch {
    return false;
  }
}

/**
 * Lays files into a folder of its own and runs a program there. Gives whether it ended well, and all that it said.
 * @param files name and content of each.
 */
export async function askOutside(
  program: string,
  args: readonly string[],
  files: Readonly<Record<string, Uint8Array | string>>,
): Promise<{ readonly ok: boolean; readonly said: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'judge-'));
  try {
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    const { stdout, stderr } = await run(program, args, { cwd: folder, timeout: 30_000 });
    return { ok: true, said: stdout + stderr };
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    return { ok: false, said: String(stdout) + String(stderr) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
