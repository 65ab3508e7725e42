import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Chance, chance } from './seed.ts';

/** What is done to the bytes of every connection, from now on; both directions alike. */
export interface Mischief {
  /** Each piece waits this long, and up to `jitterMs` more. */
  readonly latencyMs?: number;
  readonly jitterMs?: number;
  /** The connection is closed after so many bytes from the server. */
  readonly cutAfter?: number;
  /** New connections are reset at once; open ones too. */
  readonly reset?: boolean;
  /** Open and new connections stay open and say nothing: packets vanish. */
  readonly halfOpen?: boolean;
  /** Bytes are kept, and go on when the mischief is over. */
  readonly freeze?: boolean;
}

export type Target = { readonly path: string } | { readonly port: number; readonly host?: string };

export interface Proxy {
  readonly port: number;
  /** Replaces the mischief; `{}` is peace. */
  set(mischief: Mischief): void;
  readonly connections: () => number;
  close(): void;
}

/**
 * A Unix socket knows no reset; to be gone is all it can be. One that is being ended refuses a reset and would then stay open
 * for ever, and with it the test.
 */
const drop = (socket: net.Socket): void =>
  void (socket.remoteAddress === undefined || socket.writableEnded
    ? socket.destroy()
    : socket.resetAndDestroy());

/** Stands before a TCP port or a Unix socket, on loopback only. */
export async function aProxy(target: Target, luck: Chance = chance('proxy')): Promise<Proxy> {
  let mischief: Mischief = {};
  let thaw = Promise.withResolvers<void>();
  const open = new Set<net.Socket>();

  const keep = (socket: net.Socket): net.Socket => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    return socket;
  };

  /** One direction: order is kept, for each piece waits for the one before it. */
  const pass = (from: net.Socket, to: net.Socket, isAnswer: boolean): void => {
    let before: Promise<void> = Promise.resolve();
    let sent = 0;
    from.on('data', (piece) => {
      from.pause();
      before = before.then(async () => {
        if (mischief.halfOpen) return;
        while (mischief.freeze) await thaw.promise;
        const wait = (mischief.latencyMs ?? 0) + luck.next() * (mischief.jitterMs ?? 0);
        if (wait > 0) await sleep(wait);
        const left = isAnswer && mischief.cutAfter !== undefined ? mischief.cutAfter - sent : piece.length;
        if (left < piece.length) {
          if (left > 0) to.write(piece.subarray(0, left));
          from.destroy();
          to.destroy();
          return;
        }
        sent += piece.length;
        if (!to.destroyed) to.write(piece);
        from.resume();
      });
    });
    from.once('end', () => void before.then(() => (mischief.halfOpen ? undefined : to.end())));
    from.once('close', () => void before.then(() => (mischief.halfOpen ? undefined : to.destroy())));
  };

  const server = net.createServer((client) => {
    keep(client);
    if (mischief.reset) {
      client.resetAndDestroy();
      return;
    }
    const upstream = keep(net.connect({ host: '127.0.0.1', ...target }));
    upstream.once('error', () => client.destroy());
    pass(client, upstream, false);
    pass(upstream, client, true);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref(); // a test that failed to set up the rest must be able to end
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port');

  return {
    port: address.port,
    connections: () => open.size,
    set(next) {
      mischief = next;
      if (next.reset) for (const socket of open) drop(socket);
      if (!next.freeze) {
        thaw.resolve();
        thaw = Promise.withResolvers<void>();
      }
    },
    close() {
      mischief = {};
      thaw.resolve();
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
