import { sessionEnd } from '#design';
import { formatTime } from '#kernel/time';
import type { Html } from '#platform/html';
import type { PageCtx } from '#platform/http';

export const keepSessionPath = '/phien/con-lai';

/** How long the session of this request lasts when nothing more is done, and at most, in ms; undefined for visitors. */
export function timeLeft(ctx: PageCtx): { readonly idle: number; readonly most: number } | undefined {
  const { actor, session } = ctx;
  if (!session || (actor.kind !== 'citizen' && actor.kind !== 'officer')) return undefined;
  const now = ctx.clock.now();
  const most = Math.max(0, session.endsAt - now);
  return { idle: Math.min(most, Math.max(0, session.idleUntil - now)), most };
}

/** The warning before the session ends, on every page of whoever is signed in. */
export function sessionEndOf(ctx: PageCtx, endTold = false): Html | undefined {
  const left = timeLeft(ctx);
  if (!left) return undefined;
  const say = (vi: string, en: string) => (ctx.locale === 'en' ? en : vi);
  const guest = ctx.actor.kind === 'citizen' && ctx.actor.guest;
  const end = formatTime(ctx.clock.now() + left.idle);
  return sessionEnd({
    left: left.idle,
    most: left.most,
    keep: keepSessionPath,
    words: {
      title: say('Bạn còn làm tiếp không?', 'Are you still there?'),
      text: guest
        ? say(
            'Lâu không thao tác, nên phiên làm việc kết thúc lúc {time}. Sau đó bản nháp không mở lại được.',
            'Nothing was done for long, so the session ends at {time}. Your draft cannot be opened after that.',
          )
        : say(
            'Lâu không thao tác, nên phiên đăng nhập kết thúc lúc {time}. Những gì đã lưu vẫn còn.',
            'Nothing was done for long, so you are signed out at {time}. What was saved stays.',
          ),
      stay: say('Làm tiếp', 'Go on'),
      kept: say('Phiên đăng nhập giữ đến {time}.', 'You stay signed in until {time}.'),
      failed: say('Chưa giữ được phiên. Hãy lưu việc đang làm.', 'The session was not kept. Save your work.'),
      over: say(
        'Phiên đăng nhập đã kết thúc. Chữ bạn gõ vẫn trên màn hình: hãy chép lại, rồi đăng nhập lại.',
        'The session has ended. What you typed is still on the screen: copy it, then sign in again.',
      ),
      plain: endTold
        ? undefined
        : say(
            `Nếu không gửi hoặc mở trang nào, phiên đăng nhập kết thúc lúc ${end}. Việc dài thì hãy lưu trước lúc đó.`,
            `If no page is sent or opened, the session ends at ${end}. With longer work, save before that.`,
          ),
    },
  });
}
