import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Clock } from '#kernel/time';
import { bodyOf, listen, send, stop } from '#platform/loopback';
import { visiting } from './pages.ts';
import { openStore } from './store.ts';

export interface WalletSimulatorOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Its key and what it holds are kept here. */
  readonly dataDir: string;
  readonly clock: Clock;
}

export interface WalletSimulator {
  readonly origin: string;
  /** What a link with an offer begins with; `offerLink(offer, wallet)` writes it. */
  readonly offerAddress: string;
  stop(): Promise<void>;
}

const originAt = (port: number): string => `http://127.0.0.1:${port}`;
/** What links with offers begin with, for a wallet at this port. */
export const walletOffers = (port: number): string => `${originAt(port)}/nhan`;

/** A wallet for credentials on loopback, with its pages. Never for real papers. */
export async function startWalletSimulator(options: WalletSimulatorOptions): Promise<WalletSimulator> {
  const visit = visiting(await openStore(options.dataDir), options.clock);
  const answer = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    // Another site's page may open the wallet, but never act in it.
    const site = req.headers['sec-fetch-site'];
    if (req.method === 'POST' && (site === 'cross-site' || site === 'same-site'))
      return void res.writeHead(403).end();
    const url = new URL(req.url ?? '/', 'http://wallet');
    const form = new URLSearchParams((await bodyOf(req)).toString('utf8'));
    send(res, await visit({ method: req.method ?? 'GET', url, form }));
  };
  const server = createServer((req, res) => {
    answer(req, res).catch(() => {
      if (!res.headersSent) res.writeHead(400);
      res.end();
    });
  });
  const port = await listen(server, options.port);
  return {
    origin: originAt(port),
    offerAddress: walletOffers(port),
    stop: () => stop(server),
  };
}
