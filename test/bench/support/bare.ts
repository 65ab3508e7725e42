import { spawn } from 'node:child_process';

/** Starts the bare server beside us. @param bytes of its constant answer. */
export function aBareServer(bytes: number): Promise<{ readonly port: number; stop(): void }> {
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      new URL('./bare-child.ts', import.meta.url).pathname,
      String(bytes),
    ],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
  return new Promise((resolve, reject) => {
    child.once('message', (port) => resolve({ port: Number(port), stop: () => void child.kill('SIGKILL') }));
    child.once('exit', () => reject(new Error('the bare server ended')));
  });
}
