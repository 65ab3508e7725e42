import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import type { Ports } from '../config/placed.ts';
import type { Settings } from '../config/settings.ts';
import { isThisMachine } from '../config/settings.ts';
import { PortTaken, Refused } from '../refused.ts';

const firstPort = 3000;
const lastPort = 3999;

/** The given port, or the next free one; and for DEMO six more for what is simulated and two for witnesses. */
export async function choosePorts(settings: Settings, from = firstPort): Promise<Ports> {
  const { port, host, demo } = settings;
  if (port !== undefined && !(await isFree(port, host))) {
    throw new Refused(
      `Port ${port} is busy: another program listens there already. Set PORT to another one, or leave it out to take the next free port.`,
      2,
    );
  }
  const web = port ?? (await nextFree(from, host));
  if (!demo)
    return {
      web,
      vneid: 0,
      officers: 0,
      payment: 0,
      authority: 0,
      remoteSigner: 0,
      wallet: 0,
      witnesses: [],
    };
  const vneid = await nextFree(web + 1, '127.0.0.1');
  const officers = await nextFree(vneid + 1, '127.0.0.1');
  const payment = await nextFree(officers + 1, '127.0.0.1');
  const authority = await nextFree(payment + 1, '127.0.0.1');
  const remoteSigner = await nextFree(authority + 1, '127.0.0.1');
  const first = await nextFree(remoteSigner + 1, '127.0.0.1');
  const second = await nextFree(first + 1, '127.0.0.1');
  const wallet = await nextFree(second + 1, '127.0.0.1');
  return { web, vneid, officers, payment, authority, remoteSigner, wallet, witnesses: [first, second] };
}

const tries = 5;

/**
 * Does the work at free ports; where another program took one of them meanwhile, as two products do that start in the
 * same second, at others. Those are looked for from a place of chance, else the two would meet again.
 */
export async function withPorts<T>(settings: Settings, work: (ports: Ports) => Promise<T>): Promise<T> {
  let from = firstPort;
  for (let tried = 1; ; tried++) {
    try {
      return await work(await choosePorts(settings, from));
    } catch (error) {
      if (!(error instanceof PortTaken) || tried === tries) throw error;
      from = randomInt(firstPort, lastPort - 100);
    }
  }
}

export const takenMeanwhile = (port: number): string =>
  `Port ${port} was taken by another program meanwhile. Start again.`;

async function nextFree(from: number, host: string): Promise<number> {
  const last = Math.min(65535, Math.max(lastPort, from + 500));
  for (let port = from; port <= last; port++) if (await isFree(port, host)) return port;
  throw new Refused(`There is no free port between ${from} and ${last} at ${host}. Set PORT.`, 2);
}

/** "localhost" may mean either loopback address, so both must be free when we listen at one of them. */
export async function isFree(port: number, host: string): Promise<boolean> {
  const hosts = isThisMachine(host) ? [...new Set([host, '127.0.0.1', '::1'])] : [host];
  for (const each of hosts) if (!(await canListen(port, each, each === host))) return false;
  return true;
}

function canListen(port: number, host: string, needed: boolean): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else if (!needed)
        resolve(true); // no IPv6 here
      else reject(cannotListen(error, port, host));
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

export function cannotListen(error: NodeJS.ErrnoException, port: number, host: string): Refused {
  if (error.code === 'EACCES')
    return new Refused(`This user may not listen at port ${port}. Choose a PORT from 1024 up.`, 2);
  return new Refused(`HOST=${host} is not an address of this machine (${error.code}).`, 2);
}
