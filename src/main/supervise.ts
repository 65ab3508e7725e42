import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SteadyClock } from '#platform/clock';
import { createLog, type Log } from '#platform/log';
import { openAuthority } from '../integrations/demo-authority/index.ts';
import { keyOfWitness } from '../integrations/log-witness/index.ts';
import { keptPackageKey } from './config/package-key.ts';
import { authorityFolder, originOf, type Ports, place } from './config/placed.ts';
import { keptLogKeys } from './config/public-log.ts';
import { productSecrets } from './config/secrets.ts';
import { isThisMachine, type Settings } from './config/settings.ts';
import { type Addresses, bringUpToDate, insistUpToDate, ownerAddress } from './database.ts';
import { demoTour } from './demo-accounts.ts';
import { greeting } from './greeting.ts';
import { PortTaken, Refused } from './refused.ts';
import { seedWhenEmpty } from './seed-when-empty.ts';
import { lockFolder } from './supervisor/folder-lock.ts';
import { keepDatabase } from './supervisor/keep-database.ts';
import { type Kept, keepRunning } from './supervisor/keep-running.ts';
import { choosePorts, withPorts } from './supervisor/ports.ts';
import { Stopped, stopSignals } from './supervisor/stop-signals.ts';

type Script = 'web' | 'worker' | 'simulators' | 'witness';

export interface SuperviseOptions {
  /** `start` brings the database up to date and plants the sample; `serve` changes nothing. */
  readonly mode: 'start' | 'serve';
  /** Programs of the processes; a test may bring its own. */
  readonly scripts?: Partial<Record<Script, string>>;
  /** What people wait for, on standard output. */
  readonly say: (line: string) => void;
  /** Progress, on standard error. */
  readonly note: (line: string) => void;
}

/** How long the processes may take to end what they are at, in ms. */
const patience = { web: 10_000, worker: 10_000, simulators: 2000, witness: 2000 };
const readyWithinMs = 60_000;

/** Runs the product until a signal comes. Whatever was started is ended, in the opposite order. */
export async function supervise(settings: Settings, options: SuperviseOptions): Promise<void> {
  const log = createLog('supervisor', settings.logLevel);
  const signals = stopSignals();
  const takeDown: (() => Promise<void> | void)[] = [signals.close];
  try {
    await bringUp(settings, options, log, signals, takeDown);
    await signals.asked;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  } finally {
    log.info({}, 'stopping');
    for (const step of takeDown.reverse()) await step();
  }
}

async function bringUp(
  settings: Settings,
  { mode, scripts, say, note }: SuperviseOptions,
  log: Log,
  signals: ReturnType<typeof stopSignals>,
  takeDown: (() => Promise<void> | void)[],
): Promise<void> {
  const { orStopped } = signals;
  const lock = await lockFolder(settings.dataDir, mode);
  if (!lock.held) {
    throw new Refused(
      `Một Cửa already runs on ${settings.dataDir} (process ${lock.by.pid}, "${lock.by.what}"). Stop that one first, or set DATA_DIR to another folder.`,
    );
  }
  takeDown.push(lock.release);
  // A given port that is busy is refused before anything begins.
  if (settings.port !== undefined) await choosePorts(settings);
  const secrets = productSecrets(settings.dataDir);

  const database = settings.databaseUrl ? undefined : await keepDatabase(settings, log, note);
  if (database) takeDown.push(database.stop);
  const owner = await ownerAddress(settings, database?.server());
  const addresses = await prepared(settings, mode, owner, note);
  if (mode === 'start' && settings.demo) await orStopped(seedWhenEmpty(settings, addresses, log, note));

  const script = (name: Script) => scripts?.[name] ?? path.join(settings.root, 'src', 'main', `${name}.ts`);
  const keep = (name: Script, told: object, onFigures?: (f: readonly object[]) => void) => {
    const kept = keepRunning({
      name,
      script: script(name),
      settings: told,
      log,
      spare: name === 'web' && settings.webSpare,
      ...(onFigures ? { onFigures } : {}),
    });
    takeDown.push(() => kept.stop(patience[name]));
    signals.onForce(() => kept.stop(0));
    return kept;
  };

  const begin = async (ports: Ports) => {
    const witnesses = ports.witnesses.map((port, n) => besideUs(settings, port, n + 1));
    const logKeys = keptLogKeys(settings.dataDir, originOf(settings, ports));
    const authority = settings.demo
      ? await openAuthority(authorityFolder(settings.dataDir), new SteadyClock().now())
      : undefined;
    const placed = place(settings, ports, secrets, {
      ...(authority && { authorityRoot: Buffer.from(authority.root).toString('base64') }),
      origin: logKeys.signer.verifier.name,
      verifier: logKeys.signer.text,
      ...(logKeys.before && { before: logKeys.before.text }),
      retired: logKeys.known.retired,
      changes: logKeys.known.changes,
      witnesses: witnesses.map(({ verifier }) => verifier),
    });
    // Taken down in the opposite order: the web drains first, while the others still answer it.
    const kept: Kept[] = [];
    if (placed.simulators) {
      const told = { settings: placed.simulators, databaseUrl: addresses.worker };
      kept.push(keep('simulators', told));
    }
    for (const witness of witnesses)
      kept.push(keep('witness', { ...witness, log: placed.web.log, logLevel: settings.logLevel }));
    const workerSecrets = {
      databaseUrl: addresses.worker,
      logKey: logKeys.signer.secret,
      ...(logKeys.before && { logKeyBefore: logKeys.before.secret }),
    };
    kept.push(
      keep('worker', { settings: placed.worker, secrets: workerSecrets }, (figures) =>
        web.tell({ kind: 'figures', from: 'worker', figures }),
      ),
    );
    const web = keep('web', {
      settings: placed.web,
      secrets: {
        databaseUrl: addresses.web,
        csrfKey: secrets.csrfKey,
        packageKey: keptPackageKey(settings.dataDir),
        authoritySecret: secrets.authoritySecret,
        keyPassphrase: secrets.keyPassphrase,
      },
    });
    kept.push(web);
    try {
      await orStopped(Promise.all(kept.map((each) => each.ready)));
    } catch (error) {
      if (error instanceof PortTaken) await Promise.all(kept.map((each) => each.stop(patience.simulators)));
      throw error;
    }
    await orStopped(untilReady(probeAddress(settings.host, ports.web)));
    return placed.origin;
  };

  // Chosen at the last moment: what is free before the sample is planted may be taken a minute later.
  const origin = await withPorts(settings, begin);
  const tour = settings.demo ? await demoTour(owner) : undefined;
  for (const line of greeting(origin, tour)) say(line);
}

/** A witness that DEMO starts beside the product, with a key and a folder of its own. */
function besideUs({ dataDir }: Settings, port: number, number: number) {
  const folder = path.join(dataDir, 'witnesses', String(number));
  const name = `witness-${number}.demo.example`;
  return { folder, name, port, verifier: keyOfWitness(folder, name).text };
}

async function prepared(
  settings: Settings,
  mode: 'start' | 'serve',
  owner: string,
  note: (line: string) => void,
): Promise<Addresses> {
  if (mode === 'serve') return insistUpToDate(settings, owner);
  const { addresses, applied } = await bringUpToDate(settings, owner);
  if (applied.length > 0) note(`Applied ${applied.length} migrations.`);
  return addresses;
}

/** This machine's way to its own web process, whatever address that listens at. */
function probeAddress(host: string, port: number): string {
  if (host === '::' || host === '::1') return `http://[::1]:${port}/readyz`;
  return `http://${host === '0.0.0.0' || isThisMachine(host) ? '127.0.0.1' : host}:${port}/readyz`;
}

async function untilReady(address: string): Promise<void> {
  const deadline = performance.now() + readyWithinMs;
  let said = '';
  while (performance.now() < deadline) {
    try {
      const answer = await fetch(address, { signal: AbortSignal.timeout(3000) });
      if (answer.ok) return;
      said = `${answer.status} ${(await answer.text()).slice(0, 300)}`;
    } catch (error) {
      said = (error as Error).message;
    }
    await sleep(50);
  }
  throw new Refused(`The web process did not become ready within ${readyWithinMs / 1000} s: ${said}`);
}
