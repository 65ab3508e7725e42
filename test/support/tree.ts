import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Root of the repository. */
export const root: string = path.resolve(import.meta.dirname, '../..');

const notOurs = new Set(['node_modules', '.git', '.data', '.cache']);

/** Every file under a folder, as paths from that folder with `/`, sorted; nothing when the folder is missing. */
export function walk(folder: string): string[] {
  const found: string[] = [];
  const visit = (below: string): void => {
    for (const entry of readdirSync(path.join(folder, below), { withFileTypes: true })) {
      if (notOurs.has(entry.name)) continue;
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) visit(name);
      else if (entry.isFile()) found.push(name);
    }
  };
  try {
    visit('');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return found.sort();
}

/** What would be in the next commit. Without git (an unpacked archive) every file that is not made by a tool. */
export function projectFiles(base: string = root): string[] {
  try {
    const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: base,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const present = new Set(walk(base));
    const files = [...new Set(list.split('\0'))].filter((name) => present.has(name)).sort();
    if (files.length > 0) return files;
  } catch {
    // No git, or a checkout that git does not trust because somebody else owns it.
  }
  return walk(base).filter((name) => !name.endsWith('.log'));
}

export const readText = (name: string, base: string = root): string =>
  readFileSync(path.join(base, name), 'utf8');

/** Line number, from 1, of a position in a text. */
export const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;
