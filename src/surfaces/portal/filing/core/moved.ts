import type { Draft } from '#capabilities/dossiers';
import { notice } from '#design';
import type { Html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { sayIn } from '../../words/say.ts';

/** A draft that was taken over to a newer version says so, with the reason, until it is sent. */
export function movedNotice(ctx: PageCtx, { facts }: Pick<Draft, 'facts'>): Html | undefined {
  if (facts.moved === undefined) return undefined;
  const say = sayIn(ctx.locale);
  return notice({
    kind: 'info',
    title: say(
      'Tờ khai này đã chuyển sang bản mới của thủ tục. Hãy xem lại câu trả lời trước khi nộp.',
      'This form was moved to a new version of the procedure. Look at your answers again before you submit.',
    ),
    content: facts.moved.reason,
    locale: ctx.locale,
  });
}
