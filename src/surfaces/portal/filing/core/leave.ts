import type { PageCtx } from '#platform/http';
import * as paths from './paths.ts';

/** People find the draft again among their dossiers; a guest is told how long it can be found. */
export const leaveTo = (ctx: PageCtx, draft: string): string =>
  ctx.actor.kind === 'citizen' && ctx.actor.guest ? paths.pause(draft) : '/cua-toi';
