import { LRUCache } from 'lru-cache';

/** Things that this process keeps at hand for a while; whoever finds nothing asks the database. */
export interface ShortMemory<T extends object> {
  keep(key: string, value: T): void;
  /** What was kept, once: nobody finds it a second time. */
  take(key: string): T | undefined;
}

/**
 * @param most so many at once; the one longest untouched makes room.
 * @param forMs nothing is found after this time.
 */
export function shortMemory<T extends object>(limits: {
  readonly most: number;
  readonly forMs: number;
}): ShortMemory<T> {
  const kept = new LRUCache<string, T>({ max: limits.most, ttl: limits.forMs });
  return {
    keep: (key, value) => void kept.set(key, value),
    take(key) {
      const value = kept.get(key);
      kept.delete(key);
      return value;
    },
  };
}
