import { randomBytes } from 'node:crypto';
import type { TimeStamper } from '#platform/certificates';
import { readStampAnswer, stampRequest } from '#platform/cms';
import { askTwice } from './call.ts';

/** A time-stamping authority behind an address (RFC 3161, 3.4). What it gives is judged by whoever uses it. */
export const timeStampByHttp = ({
  url,
  patienceMs = 5000,
}: {
  readonly url: string;
  readonly patienceMs?: number;
}): TimeStamper => ({
  async stamp(digest) {
    // No leading zero, so that the number reads back as it was.
    const nonce = `7${randomBytes(8).toString('hex').slice(1)}`;
    const imprint = { hash: 'sha256' as const, digest };
    const answer = await askTwice({
      url,
      patienceMs,
      mostBytes: 256 * 1024,
      type: 'application/timestamp-query',
      body: stampRequest(imprint, nonce),
    });
    return answer.ok ? readStampAnswer(answer.value, { imprint, nonce }) : answer;
  },
});
