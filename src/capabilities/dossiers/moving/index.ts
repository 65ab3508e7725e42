import { systemScope } from '#platform/db';
import type { Job } from '#platform/jobs';
import type { DossierServices } from '../services.ts';
import { moveAll } from './move-all.ts';
import { nextMove } from './queries.ts';
import { weighAll } from './weigh-all.ts';

export { decideMove, type MoveDecision, moveHindrance, proposeMove, type WishedMove } from './commands.ts';
export { type MoveInFull, type MoveItem, versionMoves } from './look.ts';
export type { MovePlaces, VersionMove } from './queries.ts';
export type { Hindrance } from './weigh.ts';

/** Weighs what was proposed and moves what was approved. Somebody waits before the page, so it looks every second. */
export const moveVersions = (services: DossierServices): Job => ({
  name: 'dossiers.move-versions',
  wake: { everyMs: 1000 },
  async run(ctx) {
    const move = await ctx.db.read(systemScope, (reader) => reader.find(nextMove, {}));
    if (!move) return 0;
    return move.state === 'weighing' ? weighAll(ctx, services, move) : moveAll(ctx, services, move);
  },
});
