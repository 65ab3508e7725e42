import { createHash } from 'node:crypto';

const block = Buffer.alloc(1024 * 1024, 7);

/**
 * How many others share the processors now: time that passed by time that we were given, over a tenth of a second of work.
 * 1 on a quiet machine. Budgets are minutes of a quiet machine, so they are stretched by this (at most fourfold).
 */
export function contention(): number {
  const started = performance.now();
  const used = process.cpuUsage();
  while (process.cpuUsage(used).user < 150_000) createHash('sha256').update(block).digest();
  const spent = process.cpuUsage(used);
  const given = (spent.user + spent.system) / 1000;
  return Math.min(4, Math.max(1, (performance.now() - started) / given));
}
