import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/**
 * PostgreSQL refuses to run as root. As root we run it as `nobody` (65534, who has a passwd entry); where nobody
 * cannot reach the binaries (a 0700 home folder) it runs inside a user namespace that only looks like nobody.
 */
export interface RunAs {
  readonly wrap: (command: string, args: readonly string[]) => { command: string; args: string[] };
  readonly ids: { uid?: number; gid?: number };
  /** Owner that files of the server must have, undefined when it is the present user. */
  readonly owner: number | undefined;
}

const plain = (command: string, args: readonly string[]) => ({ command, args: [...args] });
const nobody = 65534;

const asUser: RunAs = { wrap: plain, ids: {}, owner: undefined };
const asNobody: RunAs = { wrap: plain, ids: { uid: nobody, gid: nobody }, owner: nobody };
const inNamespace: RunAs = {
  wrap: (command, args) => ({
    command: 'unshare',
    args: ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`, '--', command, ...args],
  }),
  ids: {},
  owner: undefined,
};

export function chooseIdentity(postgres: string, base: string, dataDir: string | undefined): RunAs {
  if (process.getuid?.() !== 0) return asUser;
  if (dataDir) return statSync(dataDir).uid === nobody ? asNobody : inNamespace;
  for (const candidate of [asNobody, inNamespace]) {
    const works = (program: string, args: readonly string[]) => {
      const wrapped = candidate.wrap(program, args);
      return spawnSync(wrapped.command, wrapped.args, { ...candidate.ids, cwd: '/' }).status === 0;
    };
    if (works(postgres, ['--version']) && works('/bin/sh', ['-c', 'cd "$1"', 'sh', base])) return candidate;
  }
  throw new Error(
    'PostgreSQL cannot run as root here: start Một Cửa as an ordinary user, or set DATABASE_URL.',
  );
}
