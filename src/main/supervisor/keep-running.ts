import type { Log } from '#platform/log';
import { PortTaken, Refused } from '../refused.ts';
import { type Child, startChild } from './child.ts';
import type { ToChild } from './handover.ts';

export interface Kept {
  readonly name: string;
  /** Resolves when the process has said that it is ready for the first time; rejects with its sentence. */
  readonly ready: Promise<void>;
  tell(message: ToChild): void;
  /** Asks it to end, and ends it by force after this many ms. */
  stop(patienceMs: number): Promise<void>;
}

export interface KeepOptions {
  readonly name: string;
  readonly script: string;
  readonly settings: object;
  readonly log: Log;
  readonly onFigures?: (figures: readonly object[]) => void;
  /** A second one stands by, loaded and without work, and steps in at once when the first dies. */
  readonly spare?: boolean;
}

/** After the first tries without becoming ready, in ms. A process that was ready once is started again at once. */
const pauses = [0, 200, 500, 1000, 2000, 5000];
/** So many starts without becoming ready mean that it will not, when it never was ready. */
const triesToBegin = 4;
/** A spare is made when the one that works has settled, so that it does not take its time. */
const spareAfterMs = 1000;

/** Keeps one process running until it is stopped. */
export function keepRunning(options: KeepOptions): Kept {
  const { name, script, settings, log, onFigures } = options;
  let working: Child | undefined;
  let spare: Child | undefined;
  let stopping = false;
  let everReady = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  const first = Promise.withResolvers<void>();
  first.promise.catch(() => {});

  const later = (work: () => void, ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(work, ms);
  };
  const makeSpare = (): void => {
    if (options.spare && !stopping && spare === undefined) spare = start();
  };

  const start = (): Child => {
    const child = startChild(script, settings, {
      ready() {
        failures = 0;
        everReady = true;
        first.resolve();
        later(makeSpare, spareAfterMs);
      },
      figures: (figures) => onFigures?.(figures),
      ended({ code, signal, sentence, portTaken }) {
        if (stopping) return;
        log.warn({ child: name, spare: child === spare, code, signal }, 'process ended');
        const pause = pauses[Math.min(failures++, pauses.length - 1)] ?? 0;
        if (child === spare) {
          spare = undefined;
          later(makeSpare, Math.max(pause, spareAfterMs));
        } else if (!everReady && (sentence !== undefined || failures >= triesToBegin)) {
          const said = sentence ?? `The process "${name}" ends each time it is started.`;
          first.reject(portTaken ? new PortTaken(said) : new Refused(said));
        } else if (spare) {
          working = spare;
          spare = undefined;
          working.begin();
        } else {
          working = undefined;
          later(begin, pause);
        }
      },
    });
    return child;
  };
  const begin = (): void => {
    working = start();
    working.begin();
  };
  begin();

  return {
    name,
    ready: first.promise,
    tell: (message) => working?.tell(message),
    async stop(patienceMs) {
      stopping = true;
      clearTimeout(timer);
      await Promise.all([working?.stop(patienceMs), spare?.stop(Math.min(patienceMs, 1000))]);
    },
  };
}
