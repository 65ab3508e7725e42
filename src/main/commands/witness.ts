import path from 'node:path';
import { SteadyClock } from '#platform/clock';
import { readVerifier } from '#platform/tlog';
import { keyOfWitness, memoryIn, startWitness } from '../../integrations/log-witness/index.ts';
import { Refused } from '../refused.ts';
import { cannotListen } from '../supervisor/ports.ts';
import { stopSignals } from '../supervisor/stop-signals.ts';
import { type Command, line } from './command.ts';

export const witnessCommand: Command = {
  name: 'witness',
  summary: 'bears witness to the public log of an instance: signs only what extends what it saw',
  options: {
    '--log=': 'key of the log, from its page /nhat-ky',
    '--name=': 'name of this witness, such as its address: witness.example.vn',
    '--folder=': 'folder of its key and its memory; keep copies of both',
    '--port=': 'port that it listens at; the next free one when left out',
    '--host=': 'address that it listens at; this machine only when left out',
  },
  details: `Runs until Ctrl-C. It should stand where whoever runs the instance has no access: at another agency, a university, a newspaper.
What it says at its start belongs into LOG_WITNESSES of the instance and to everybody who checks proofs.`,
  async run({ typed, console }) {
    const {
      '--log': log,
      '--name': name,
      '--folder': folder,
      '--port': port = '0',
      '--host': host,
    } = typed.options;
    const verifier = typeof log === 'string' ? readVerifier(log) : undefined;
    if (!verifier || verifier.type !== 1)
      throw new Refused('--log=… must be the key of a log, from its page /nhat-ky.', 2);
    if (typeof name !== 'string' || !/^[\w.:/-]{3,100}$/.test(name))
      throw new Refused('--name=… must name this witness: letters, digits, dots and dashes.', 2);
    if (typeof folder !== 'string')
      throw new Refused('--folder=… must say where its key and memory are kept.', 2);
    if (!/^\d{1,5}$/.test(String(port)) || Number(port) > 65535)
      throw new Refused('--port=… must be a number up to 65535.', 2);
    const at = path.resolve(folder);
    const where = typeof host === 'string' ? host : '127.0.0.1';
    const signer = keyOfWitness(at, name);
    const witness = await startWitness({
      host: where,
      port: Number(port),
      log: { origin: verifier.name, keys: [verifier] },
      signer,
      memory: memoryIn(at),
      clock: new SteadyClock(),
    }).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        throw new Refused(`Port ${String(port)} is busy. Name another one by --port=….`, 2);
      throw cannotListen(error, Number(port), where);
    });
    line(console.out, `Witness of ${verifier.name}. Enter this in LOG_WITNESSES there:`);
    line(console.out, `http://${where}:${witness.port} ${signer.text}`);
    const signals = stopSignals();
    try {
      await signals.asked;
    } finally {
      signals.close();
      await witness.stop();
    }
    return 0;
  },
};
