import { buttonLink, type TagProps, taskList } from '#design';
import { inLocale } from '#kernel/text';
import { formatDate, localDate } from '#kernel/time';
import { type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { type Say, sayIn } from '../../words/say.ts';
import { moment } from '../../words/times.ts';
import { filingPage } from '../core/frame.ts';
import { leaveTo } from '../core/leave.ts';
import { movedNotice } from '../core/moved.ts';
import type { OpenFiling } from '../core/open-filing.ts';
import * as paths from '../core/paths.ts';
import type { Stop, StopState } from '../core/road.ts';

const tags = (say: Say): Readonly<Record<StopState, TagProps>> => ({
  done: { text: say('Xong', 'Done'), tone: 'jade', icon: 'check' },
  started: { text: say('Đang làm', 'Begun'), tone: 'amber' },
  open: { text: say('Làm tiếp', 'Next'), tone: 'blue', icon: 'arrow' },
  later: { text: say('Chưa tới', 'Later'), tone: 'grey' },
});

export function tasksView(ctx: PageCtx, doors: Doors, { draft, definition, road }: OpenFiling): Html {
  const { locale } = ctx;
  const say = sayIn(locale);
  const title = inLocale(definition.name, locale);
  const done = road.stops.filter((stop) => stop.state === 'done').length;
  const state = tags(say);
  const item = (stop: Stop, i: number) => ({
    id: `buoc-${i + 1}`,
    text: inLocale(stop.title, locale),
    status: state[stop.state],
    ...(stop.state === 'later' ? {} : { href: stop.href }),
  });
  const until = formatDate(localDate(draft.expires_at));
  return filingPage(ctx, doors, {
    title,
    back: ctx.actor.kind === 'citizen' && ctx.actor.guest ? '/' : '/cua-toi',
    main: [
      html`<h1>${title}</h1>`,
      movedNotice(ctx, draft),
      html`<p>${say(`Xong ${done} trên ${road.stops.length} bước.`, `${done} of ${road.stops.length} steps done.`)} ${say(
        `Lưu lần cuối ${moment(draft.updated_at)}, giữ tới ${until}.`,
        `Last saved ${moment(draft.updated_at)}, kept until ${until}.`,
      )}</p>`,
      buttonLink({ text: say('Làm tiếp', 'Go on'), href: road.next.href, kind: 'primary' }),
      taskList({ items: road.stops.map(item) }),
      html`<p class="mc-row"><a href="${leaveTo(ctx, draft.id)}">${say('Lưu và thoát', 'Save and leave')}</a><a href="${paths.remove(draft.id)}">${say(
        'Xóa bản nháp',
        'Delete the draft',
      )}</a></p>`,
    ],
  });
}
