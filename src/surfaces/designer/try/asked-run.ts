import { type ProcedureDraft, procedureDraft } from '#capabilities/catalogue';
import { localDate } from '#kernel/time';
import type { PageCtx } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import type { DesignerDeps } from '../core/deps.ts';
import { type Asked, readAsked, type TryInput } from './asked.ts';
import { type PlayedRun, play, type ReadyDraft, readyDraft } from './run.ts';

export interface AskedRun {
  readonly draft: ProcedureDraft;
  readonly asked: Asked;
  readonly ready: ReadyDraft;
  readonly run: PlayedRun;
}

/** The run that the words of an address ask for, of the one person who is shown; undefined where there is no such draft. */
export async function askedRun(
  ctx: PageCtx,
  doors: Doors,
  services: DesignerDeps['services'],
  input: TryInput,
): Promise<AskedRun | undefined> {
  const draft = await procedureDraft(ctx, input.draft);
  if (!draft) return undefined;
  const asked = readAsked(input, localDate(ctx.clock.now()));
  const ready = await readyDraft(doors, services, draft.content);
  return { draft, asked, ready, run: await play(doors, ready, asked, asked.shown) };
}
