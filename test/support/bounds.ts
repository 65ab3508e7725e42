import assert from 'node:assert/strict';

const megabyte = 1024 * 1024;

/**
 * What a hostile input may cost before it is refused: two seconds and a hundred megabytes beside itself. Ceilings that a
 * reader meets with room to spare, not a measure of its speed.
 */
export async function withinBounds<T>(input: number, work: () => T | Promise<T>): Promise<T> {
  const before = process.memoryUsage().rss;
  const from = performance.now();
  const done = await work();
  const ms = performance.now() - from;
  const grown = (process.memoryUsage().rss - before) / megabyte;
  assert.ok(ms < 2000, `${ms} ms`);
  assert.ok(grown < 100 + input / megabyte, `${grown} MB`);
  return done;
}
