import { html } from '#platform/html';
import { htmlReply, type PageCtx, type Reply } from '#platform/http';
import { homes, type Side, type SignInDeps, sayer, withReturn } from './deps.ts';
import { refusalView, refusalWords } from './refusals.view.ts';

const starts = { citizen: '/dang-nhap/vneid', officer: '/mot-cua/dang-nhap/tinh' } as const;

/** The page for a sign-in that did not succeed. */
export function refuse(ctx: PageCtx, deps: SignInDeps, side: Side, code: string, returnTo: string): Reply {
  const say = sayer(ctx);
  const officer = side === 'officer';
  const mayWait = !officer && deps.guestMayGoTo(returnTo.split(/[?#]/)[0] ?? '/');
  const alreadyGuest = ctx.actor.kind === 'citizen' && ctx.actor.guest;
  const later =
    mayWait || alreadyGuest
      ? html`<input type="hidden" name="_csrf" value="${ctx.csrf}"><input type="hidden" name="ve" value="${returnTo}">`
      : undefined;
  const { status, title } = refusalWords({ say, code, officer });
  const retry = withReturn(starts[side], returnTo, homes[side]);
  const body = refusalView({ say, code, retry, officer, later });
  return htmlReply(
    deps.frame(ctx, { title, body }),
    status,
    status === 503 ? { 'retry-after': '15' } : undefined,
  );
}
