import { z } from 'zod';
import type { UnitId } from '#kernel/ids';
import type { PlainDate } from '#kernel/time';
import { type Database, params, query } from '#platform/db';

const takeBlock = query({
  file: new URL('./take.sql', import.meta.url),
  params: params<{ unit: string; day: string; series: string; count: number }>(),
  row: z.object({ first: z.number() }),
});

interface Block {
  next: number;
  end: number;
  size: number;
  refill: Promise<void> | undefined;
}
const largest = 64;

/**
 * Numbers per unit, day and series, unique over all processes. A process takes blocks that grow with demand, so that
 * a busy unit is not capped at the disk's commit rate by one locked row. What is left of a block at the end of a
 * process is a gap, which is allowed.
 */
export class Numbers {
  readonly #db: Database;
  readonly #blocks = new Map<string, Block>();

  constructor(db: Database) {
    this.#db = db;
  }

  async take(unit: UnitId, day: PlainDate, series: string): Promise<number> {
    const key = `${unit}/${series}/${day}`;
    let block = this.#blocks.get(key);
    if (!block) {
      if (this.#blocks.size > 5000) this.#blocks.clear(); // yesterday's blocks; their rest becomes a gap
      block = { next: 0, end: 0, size: 1, refill: undefined };
      this.#blocks.set(key, block);
    }
    while (block.next >= block.end) {
      block.refill ??= this.#refill(block, unit, day, series).finally(() => {
        if (block) block.refill = undefined;
      });
      await block.refill;
    }
    return block.next++;
  }

  async #refill(block: Block, unit: string, day: string, series: string): Promise<void> {
    const { first } = await this.#db.direct.get(takeBlock, { unit, day, series, count: block.size });
    block.next = first;
    block.end = first + block.size;
    block.size = Math.min(block.size * 2, largest);
  }
}
