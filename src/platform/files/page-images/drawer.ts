import { type ChildProcess, fork } from 'node:child_process';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { DrawAnswer, DrawRequest } from './protocol.ts';

const longestMs = 10_000;
/** Judging draws one small page; what takes longer is a bomb. */
const longestJudgingMs = 3000;
const longestQueue = 60;
/** A child is replaced after so many pages: what leaks in it cannot add up. */
const pagesPerChild = 200;
const megabytes = 256;

export interface Drawn {
  readonly pages: number;
  readonly png: Uint8Array | undefined;
}

/** One page at a time in a limited child process. Refusals: `file.unreadable`, `file.locked`, `file.active-content`,
 * `page.none`, `page.busy`. */
export class PageDrawer {
  #child: ChildProcess | undefined;
  #served = 0;
  #next = 0;
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();

  draw(asked: Omit<DrawRequest, 'id'>): Promise<Outcome<Drawn>> {
    if (this.#waiting >= longestQueue) return Promise.resolve(refused({ code: 'page.busy' }));
    this.#waiting++;
    const mine = this.#last
      .then(() => this.#drawNow({ ...asked, id: ++this.#next }))
      .finally(() => this.#waiting--);
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  #drawNow(request: DrawRequest): Promise<Outcome<Drawn>> {
    const child = this.#ready();
    return new Promise((resolve) => {
      const settle = (answer: Outcome<Drawn>) => {
        clearTimeout(timer);
        child.off('message', onMessage);
        child.off('exit', onExit);
        child.off('error', onExit);
        resolve(answer);
      };
      const onExit = () => {
        if (this.#child === child) this.#child = undefined;
        settle(refused({ code: 'file.unreadable' }));
      };
      const onMessage = (answer: DrawAnswer) => {
        if (answer.id !== request.id) return;
        if ('fault' in answer) {
          const code = answer.fault === 'no-such-page' ? 'page.none' : `file.${answer.fault}`;
          settle(refused({ code }));
        } else {
          settle(
            done({
              pages: answer.pages,
              png: answer.png === undefined ? undefined : Buffer.from(answer.png, 'base64'),
            }),
          );
        }
      };
      const timer = setTimeout(
        () => {
          child.kill('SIGKILL');
          onExit();
        },
        request.page === 0 ? longestJudgingMs : longestMs,
      );
      child.on('message', onMessage);
      child.once('exit', onExit);
      child.once('error', onExit);
      child.send(request);
    });
  }

  #ready(): ChildProcess {
    if (this.#child?.connected && this.#served < pagesPerChild) {
      this.#served++;
      return this.#child;
    }
    this.close();
    this.#served = 1;
    const child = fork(new URL('./child.ts', import.meta.url), {
      // The second bounds WebAssembly (pages of 64 kB); the third takes writing, programs and threads away.
      execArgv: [
        `--max-old-space-size=${megabytes}`,
        `--wasm-max-mem-pages=${megabytes * 16}`,
        '--permission',
        '--allow-fs-read=*',
        '--disable-warning=ExperimentalWarning',
      ],
      // Nothing of our settings or secrets: what draws hostile content knows no more than the content.
      env: { PATH: process.env['PATH'] ?? '' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.unref();
    (child.channel as { unref?: () => void } | undefined)?.unref?.();
    this.#child = child;
    return child;
  }
}
