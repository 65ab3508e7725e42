import { z } from 'zod';
import { dossierPermissions, startDraft } from '#capabilities/dossiers';
import {
  definePage,
  htmlReply,
  type PageCtx,
  problem,
  type Reply,
  type Route,
  redirectTo,
} from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { openFiling } from '../core/open-filing.ts';
import * as paths from '../core/paths.ts';
import { mayBegin } from '../start/may-begin.ts';
import { startableOf } from '../start/procedure.ts';
import { readReplies, writeReplies } from '../start/replies.ts';
import { type Representing, representingChoices } from './choices.ts';
import { forWhomView } from './for-whom.view.ts';

const input = z.object({
  code: z.string().max(20),
  dk: z.string().max(2000).optional(),
  ai: z.string().max(20).optional(),
});
const common = {
  path: '/nop-ho-so/bat-dau/:code/cho-ai',
  permission: dossierPermissions['dossiers.file'],
  input,
} as const;

/** For whom; the answer begins the draft. */
export const forWhomPages = (doors: Doors): readonly Route[] => [
  definePage({
    ...common,
    method: 'GET',
    audit: 'none',
    handle: (ctx, asked) =>
      beginning(ctx, doors, asked, async ({ definition, replies }) =>
        htmlReply(forWhomView(ctx, doors, { definition, replies: writeReplies(replies) })),
      ),
  }),
  definePage({
    ...common,
    method: 'POST',
    audit: 'none',
    handle: (ctx, asked) =>
      beginning(ctx, doors, asked, async ({ definition, replies, version }) => {
        const choices = representingChoices(definition);
        const chosen: Representing | undefined =
          choices.length === 1 ? choices[0] : choices.find((choice) => choice === asked.ai);
        if (!chosen)
          return htmlReply(
            forWhomView(ctx, doors, { definition, replies: writeReplies(replies), missing: true }),
            422,
          );
        const facts = { representing: chosen, eligibility: replies };
        const begun = await startDraft(ctx, { code: asked.code, version, facts, answers: {} });
        if (!begun.ok) return problem('sign-in');
        const filing = await openFiling(ctx, doors, begun.value);
        return redirectTo(filing?.road.next.href ?? paths.tasks(begun.value));
      }),
  }),
];

interface Beginning {
  readonly definition: NonNullable<NonNullable<Awaited<ReturnType<typeof startableOf>>>['definition']>;
  readonly version: number;
  readonly replies: ReturnType<typeof readReplies>;
}

async function beginning(
  ctx: PageCtx,
  doors: Doors,
  { code, dk }: z.output<typeof input>,
  go: (begin: Beginning) => Promise<Reply>,
): Promise<Reply> {
  const procedure = await startableOf(doors, code);
  if (!procedure?.definition) return problem('not-found');
  const { definition, version } = procedure;
  const replies = readReplies(dk, definition);
  if (!mayBegin(ctx.actor, definition))
    return redirectTo(paths.start(code, 'danh-tinh', writeReplies(replies)));
  return go({ definition, version, replies });
}
