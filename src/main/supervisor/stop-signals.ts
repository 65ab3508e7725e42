/** Thrown inside the start when a signal came before it ended. */
export class Stopped extends Error {}

/** A second signal sooner than this is the same Ctrl-C, which reached us twice: through the terminal and the launcher. */
const sameKeyMs = 1500;

/**
 * Turns signals into one promise. A second, later signal forces the end. The launcher that started us is watched
 * too: when it is killed, its channel closes.
 */
export function stopSignals() {
  const asked = Promise.withResolvers<void>();
  const forced: (() => unknown)[] = [];
  let firstAt: number | undefined;
  const stop = (): void => {
    if (firstAt === undefined) {
      firstAt = performance.now();
      asked.resolve();
    } else if (performance.now() - firstAt > sameKeyMs) {
      for (const each of forced) each();
    }
  };
  const gone = (): void => asked.resolve();
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const name of names) process.on(name, stop);
  process.on('disconnect', gone);
  return {
    asked: asked.promise,
    onForce: (act: () => unknown): void => void forced.push(act),
    /** The work's value, or `Stopped` as soon as a signal comes. */
    async orStopped<T>(work: Promise<T>): Promise<T> {
      work.catch(() => {}); // told below, unless nobody waits for it any more
      const stopped = asked.promise.then(() => {
        throw new Stopped();
      });
      stopped.catch(() => {});
      return Promise.race([work, stopped]);
    },
    close(): void {
      for (const name of names) process.off(name, stop);
      process.off('disconnect', gone);
    },
  };
}
