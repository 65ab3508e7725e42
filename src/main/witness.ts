import { SteadyClock } from '#platform/clock';
import { readVerifier } from '#platform/tlog';
import { keyOfWitness, memoryIn, startWitness } from '../integrations/log-witness/index.ts';
import type { LogSettings } from './config/placed.ts';
import { endRefused, onStop, receiveSettings, tellReady } from './supervisor/handover.ts';
import { takenMeanwhile } from './supervisor/ports.ts';

/** A witness of DEMO: a process with a key and a memory of its own. Elsewhere `motcua witness` runs it. */
const { folder, name, port, log } = await receiveSettings<{
  folder: string;
  name: string;
  port: number;
  log: Pick<LogSettings, 'origin' | 'verifier'>;
}>();
const verifier = readVerifier(log.verifier);
const witness = await startWitness({
  host: '127.0.0.1',
  port,
  log: { origin: log.origin, keys: verifier ? [verifier] : [] },
  signer: keyOfWitness(folder, name),
  memory: memoryIn(folder),
  clock: new SteadyClock(),
}).catch((error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE') throw error;
  return endRefused(takenMeanwhile(port), { portTaken: true });
});
onStop(() => witness.stop());
tellReady();
