import { randomInt } from 'node:crypto';
import { isFree } from '../../src/main/supervisor/ports.ts';

/**
 * A port for a product of a test. One started at the same moment must not choose the same, and while nothing listens there
 * nobody's outgoing connection may take it: so by chance, and below the ports that the system gives away (Linux: from 32768).
 */
export async function aPort(): Promise<number> {
  for (;;) {
    const port = randomInt(10_000, 30_000);
    if (await isFree(port, '127.0.0.1')) return port;
  }
}
