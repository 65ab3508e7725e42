import { z } from 'zod';
import { readDossierCode } from '#capabilities/dossiers';
import type { PageCtx } from '#platform/http';

/** Codes whose secret this browser has told, newest first; a session is short, so is the list. */
const shape = z.array(z.object({ code: z.string(), secret: z.string() }));
const mostKept = 10;

const rightsOf = (ctx: PageCtx) => shape.safeParse(ctx.session?.data['tracked']).data ?? [];

/** The secret that was told for a code in this session. It never stands in an address, a page or a log. */
export const secretFor = (ctx: PageCtx, code: string): string | undefined => {
  const wanted = readDossierCode(code);
  return rightsOf(ctx).find((right) => right.code === wanted)?.secret;
};

/** Remembers the right in the session there is, else in a visitor's own. */
export async function rememberRight(ctx: PageCtx, code: string, secret: string): Promise<void> {
  const others = rightsOf(ctx).filter((right) => right.code !== code);
  const tracked = [{ code, secret }, ...others].slice(0, mostKept);
  if (ctx.session) await ctx.changeSession({ ...ctx.session.data, tracked });
  else await ctx.signIn('visitor', null, { tracked });
}
