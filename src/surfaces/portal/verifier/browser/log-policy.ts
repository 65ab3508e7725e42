import { done, type Outcome, refused } from '#kernel/outcome';
import { followsFrom, type Policy } from '#platform/tlog';
import { type Given, type LogKeys, logKeys, verifiersOf } from './given.ts';

/** A newer `khoa.json` whose keys all follow from those in this file, each signed by the one before. */
export function readNewerKeys(text: string, { policy }: Given): Outcome<LogKeys> {
  const read = logKeys.safeParse(jsonIn(text)).data;
  if (!read) return refused({ code: 'keys-odd' });
  if (read.origin !== policy.origin) return refused({ code: 'checkpoint-elsewhere' });
  const follows = (key: string): boolean => followsFrom(policy.keys, read.changes, key);
  return read.keys.every(follows) ? done(read) : refused({ code: 'keys-strange' });
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Which log is believed. Newer keys bring keys alone: nobody has signed who bears witness, so the witnesses of this file must
 * have signed, and as many of them as before, also where some cannot be read.
 */
export function policyOf({ policy }: Given, newer: readonly LogKeys[] = []): Policy {
  const told = newer.flatMap(({ retired, changes }) =>
    retired.filter(({ key }) => followsFrom(policy.keys, changes, key)),
  );
  // The first word about a key counts: that of this file, then the strictest.
  const retired = [...policy.retired, ...told.toSorted((a, b) => a.until - b.until)];
  const keys = new Set([...policy.keys, ...newer.flatMap((one) => one.keys)]);
  for (const { key } of retired) keys.delete(key);
  return {
    origin: policy.origin,
    keys: verifiersOf([...keys]),
    retired: retired.flatMap(({ key, until }) => verifiersOf([key]).map((one) => ({ key: one, until }))),
    witnesses: verifiersOf(policy.witnesses),
    least: policy.least,
  };
}
