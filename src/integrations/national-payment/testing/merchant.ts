import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '#kernel/time';
import type { Gateway, ReadNotice } from '#ports/payments';

/** As much of a merchant as a notice needs: reads it, keeps the verdict, answers. */
export async function startMerchant(clock: Clock) {
  const read: ReadNotice[] = [];
  let gateway: Gateway | undefined;
  /** So many of the next notices get a 500 after they were read. */
  let busy = 0;
  let atOnce = 0;
  let mostAtOnce = 0;
  async function hear(req: IncomingMessage, res: ServerResponse): Promise<void> {
    mostAtOnce = Math.max(mostAtOnce, ++atOnce);
    const parts: Buffer[] = [];
    for await (const part of req as AsyncIterable<Buffer>) parts.push(part);
    // Reading takes a moment, as it does in life: what comes at once overlaps.
    await sleep(2);
    atOnce -= 1;
    const notice = gateway?.readNotice({
      contentType: req.headers['content-type'] ?? '',
      contentEncoding: req.headers['content-encoding'] ?? '',
      body: Buffer.concat(parts),
      at: clock.now(),
    });
    if (!gateway || !notice) return void res.writeHead(500).end();
    read.push(notice);
    if (busy-- > 0) return void res.writeHead(500).end();
    const genuine = notice.kind === 'genuine';
    const answer = gateway.answerNotice(genuine ? 'taken' : 'refused', genuine ? notice.reference : '');
    res.writeHead(answer.status, { 'content-type': answer.contentType }).end(answer.body);
  }
  const server = createServer((req, res) => {
    hear(req, res).catch(() => res.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/thong-bao`,
    read,
    reads(by: Gateway) {
      gateway = by;
    },
    isBusyFor(notices: number) {
      busy = notices;
    },
    mostAtOnce: () => mostAtOnce,
    /** Verdicts in short: `captured 150000`, `failed 150000`, `forged seal`. */
    verdicts: () =>
      read.map((notice) =>
        notice.kind === 'genuine' ? `${notice.claims} ${notice.amount}` : `forged ${notice.why}`,
      ),
    forget() {
      read.length = 0;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
