import { flushCompileCache } from 'node:module';

/**
 * What the supervisor and its processes tell each other. Settings and secrets travel here and not in the environment,
 * which the process would pass on to everything it starts.
 */
export type ToChild<T = unknown> =
  | { readonly kind: 'settings'; readonly settings: T }
  | { readonly kind: 'begin' }
  | { readonly kind: 'figures'; readonly from: string; readonly figures: readonly object[] };
export type FromChild =
  /** Everything is loaded; the work begins when the supervisor says so. */
  | { readonly kind: 'standing-by' }
  | { readonly kind: 'ready' }
  /** The process cannot start and says why in a sentence for people; `portTaken`: at another port it could. */
  | { readonly kind: 'refused'; readonly sentence: string; readonly portTaken?: true }
  | { readonly kind: 'figures'; readonly figures: readonly object[] };

/** The child's side: waits for the settings. Rejects when nobody supervises this process. */
export function receiveSettings<T>(): Promise<T> {
  return new Promise((resolve, reject) => {
    if (!process.connected) {
      reject(new Error('This process is started by `motcua start` or `motcua serve`, not by itself.'));
      return;
    }
    process.on('message', (message: ToChild<T>) => {
      if (message.kind === 'settings') resolve(message.settings);
    });
  });
}

/** Waits, loaded, until there is work: the process before this one may still be there. */
export function standBy(): Promise<void> {
  const begin = new Promise<void>((resolve) => {
    process.on('message', (message: ToChild) => {
      if (message.kind === 'begin') resolve();
    });
  });
  tellSupervisor({ kind: 'standing-by' });
  return begin;
}

export const onFigures = (take: (from: string, figures: readonly object[]) => void): void => {
  process.on('message', (message: ToChild) => {
    if (message.kind === 'figures') take(message.from, message.figures);
  });
};

/** A message to a supervisor that has just died is no fault of ours. */
export const tellSupervisor = (message: FromChild, told: () => void = () => {}): void => {
  if (process.connected) process.send?.(message, () => told());
};

/** Also keeps what Node compiled: a process that is killed has no other moment, and its successor starts twice as fast. */
export function tellReady(): void {
  tellSupervisor({ kind: 'ready' });
  flushCompileCache();
}

/**
 * Runs `stop` once, when the supervisor asks (SIGTERM) or is gone (the channel closes). Ctrl-C reaches every process
 * of the terminal, but the order of stopping is the supervisor's, so SIGINT alone is let pass.
 */
export function onStop(stop: () => Promise<void>): void {
  let stopping = false;
  const once = (): void => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', () => {});
  process.on('SIGHUP', () => {});
  process.on('SIGTERM', once);
  process.on('disconnect', once);
  if (!process.connected) once(); // it went while we were loading
}

/** Ends a process that cannot start, its sentence told before. */
export async function endRefused(sentence: string, why: { readonly portTaken?: true } = {}): Promise<never> {
  await new Promise<void>((told) => tellSupervisor({ kind: 'refused', sentence, ...why }, told));
  process.exit(1);
}
