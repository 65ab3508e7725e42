import { z } from 'zod';
import type { KeptSignIn } from '#capabilities/identity';
import type { PageCtx } from '#platform/http';
import type { Session, Sessions } from '#platform/sessions';
import type { Side } from './deps.ts';

const shape = z.object({
  side: z.enum(['citizen', 'officer']),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  startedAt: z.number(),
  returnTo: z.string(),
});

export interface Begun {
  readonly session: Session;
  readonly kept: KeptSignIn;
}

/** Name of the session's cookie (platform/http): a visitor's session stands behind no actor, so it is looked up here. */
const cookieName = '__Host-mc';

export async function sessionOf(ctx: PageCtx, sessions: Sessions): Promise<Session | undefined> {
  const token = ctx.cookies[cookieName];
  return ctx.session ?? (token ? sessions.find(token) : undefined);
}

/** Before leaving for the provider: into the session there is (a guest keeps the draft), else a visitor's short one. */
export async function keep(ctx: PageCtx, sessions: Sessions, side: Side, kept: KeptSignIn): Promise<void> {
  const session = await sessionOf(ctx, sessions);
  const signIn = { side, ...kept };
  if (session) await ctx.changeSession({ ...session.data, signIn });
  else await ctx.signIn('visitor', null, { signIn });
}

/** On coming back: what this browser began, once. A second answer finds nothing. */
export async function take(ctx: PageCtx, sessions: Sessions, side: Side): Promise<Begun | undefined> {
  const session = await sessionOf(ctx, sessions);
  const { signIn, ...rest } = session?.data ?? {};
  const kept = shape.safeParse(signIn);
  if (!session || !kept.success || kept.data.side !== side) return undefined;
  await ctx.changeSession(rest);
  return { session, kept: kept.data };
}
