import { type ChildProcess, spawn } from 'node:child_process';
import { root } from './tree.ts';

export interface ChildResult {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
  readonly ms: number;
  readonly overBudget: boolean;
}

export interface ChildOptions {
  readonly budgetMs: number;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
}

const running = new Set<ChildProcess>();
const keptCharacters = 4_000_000;

/** Runs the pinned Node with these arguments in a process group of its own, so that nothing outlives its budget. */
export function runNode(args: readonly string[], options: ChildOptions): Promise<ChildResult> {
  const started = performance.now();
  const env: NodeJS.ProcessEnv = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...options.env };
  // Set by an outer `node --test`; a child that inherits it reports to a parent that is not listening.
  delete env['NODE_TEST_CONTEXT'];
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: options.cwd ?? root,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let output = '';
  let errors = '';
  let overBudget = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(-keptCharacters);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-keptCharacters);
  });
  const alarm = setTimeout(() => {
    overBudget = true;
    killGroup(child);
  }, options.budgetMs);
  return new Promise((resolve) => {
    let ended = false;
    const end = (code: number): void => {
      if (ended) return;
      ended = true;
      clearTimeout(alarm);
      running.delete(child);
      // Whatever the child left behind in its group (a server, a browser) ends with it.
      killGroup(child);
      resolve({ code, output, errors, ms: performance.now() - started, overBudget });
    };
    child.on('error', (error) => {
      errors += String(error);
      end(1);
    });
    child.on('close', (code) => end(code ?? 1));
    // A grandchild that keeps the pipe open would make us wait for `close` past the budget.
    child.on('exit', (code) => setTimeout(() => end(code ?? 1), 1000).unref());
  });
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group is gone already.
  }
}

/** Ends every child that is still running: for Ctrl-C. */
export function killChildren(): void {
  for (const child of running) killGroup(child);
}
