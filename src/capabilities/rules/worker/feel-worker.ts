import { Worker } from 'node:worker_threads';
import { type Outcome, refused } from '#kernel/outcome';
import type { DecisionResult } from '../dmn/decisions.ts';
import type { TableEdit } from '../dmn/edit.ts';
import type { Answer, DecisionsLook, Task } from './messages.ts';

type Context = Readonly<Record<string, unknown>>;

/** A thread for what nobody has approved yet. Contexts are JSON. */
export interface FeelWorker {
  /** Refusals beside those of FEEL: `too-slow`, `too-large` (memory), `too-busy`, `closed`. */
  readonly evaluate: (text: string, context: Context) => Promise<Outcome<unknown>>;
  /** Refusals beside those of DMN: the same. */
  readonly decide: (xml: string, decision: string, context: Context) => Promise<Outcome<DecisionResult>>;
  /** A file as it reads, with all that is wrong with it. */
  readonly look: (xml: string) => Promise<Outcome<DecisionsLook>>;
  /** The file after one change. */
  readonly edit: (xml: string, edit: TableEdit) => Promise<Outcome<string>>;
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly task: Task;
  readonly tell: (outcome: Outcome<unknown>) => void;
}

interface Settings {
  /** Most milliseconds for one call, counted from when the thread begins with it. */
  readonly limitMs: number;
  /** Calls that may wait. */
  readonly queue?: number;
}

const start = (): Worker =>
  new Worker(new URL('./thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16, stackSizeMb: 2 },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });

/** One warm thread, opened at the first call. A call that passes its limit ends the thread and is refused; a fresh one is warmed at once. */
export function openFeelWorker({ limitMs, queue = 100 }: Settings): FeelWorker {
  const waiting: Waiting[] = [];
  let current: Waiting | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let ready = false;
  let id = 0;
  /** Begins with the first call: a machine where nobody drafts carries no thread. */
  let worker: Worker | undefined;

  function open(): Worker {
    const fresh = start();
    ready = false;
    fresh.once('online', () => fresh.postMessage({ kind: 'feel', text: '1', context: {}, id: 0 }));
    fresh.on('message', (answer: Answer) => {
      if (fresh !== worker) return;
      if (answer.id === 0) ready = true;
      else if (answer.id === id) finish(answer.outcome);
      next();
    });
    fresh.on('error', (error) => {
      if (fresh !== worker) return;
      // A thread that cannot even start would be started for ever.
      if (!ready) throw error;
      replace('too-large');
    });
    fresh.unref();
    return fresh;
  }

  function finish(outcome: Outcome<unknown>): void {
    clearTimeout(timer);
    const { tell } = current ?? {};
    current = undefined;
    if (waiting.length === 0) worker?.unref();
    tell?.(outcome);
  }

  /** The thread is stuck or has died of what it was given: end it and begin anew. */
  function replace(code: string): void {
    const stuck = worker;
    worker = closed ? undefined : open();
    finish(refused({ code, details: { limitMs } }));
    if (waiting.length > 0) worker?.ref();
    void stuck?.terminate();
  }

  function next(): void {
    if (closed || current || !ready || !worker) return;
    current = waiting.shift();
    if (!current) return;
    id += 1;
    timer = setTimeout(() => replace('too-slow'), limitMs);
    worker.postMessage({ ...current.task, id });
  }

  function ask(task: Task): Promise<Outcome<unknown>> {
    if (closed) return Promise.resolve(refused({ code: 'closed' }));
    if (waiting.length >= queue) return Promise.resolve(refused({ code: 'too-busy' }));
    return new Promise((tell) => {
      worker ??= open();
      worker.ref();
      waiting.push({ task, tell });
      next();
    });
  }

  return {
    evaluate: (text, context) => ask({ kind: 'feel', text, context }),
    decide: (xml, decision, context) =>
      ask({ kind: 'decision', xml, decision, context }) as Promise<Outcome<DecisionResult>>,
    look: (xml) => ask({ kind: 'look', xml }) as Promise<Outcome<DecisionsLook>>,
    edit: (xml, edit) => ask({ kind: 'edit', xml, edit }) as Promise<Outcome<string>>,
    close: async () => {
      closed = true;
      for (const { tell } of waiting.splice(0)) tell(refused({ code: 'closed' }));
      finish(refused({ code: 'closed' }));
      await worker?.terminate();
    },
  };
}
