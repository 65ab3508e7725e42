import { button, notice, radios } from '#design';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { csrfField, type Doors } from '#surfaces/shared';
import { sayIn } from '../../words/say.ts';

/** Where one's key is kept, and the button that leads there; for whoever signs. */
export function signingForm(ctx: PageCtx, doors: Doors, action: string): Html {
  const say = sayIn(ctx.locale);
  const providers = doors.signing?.remote.providers ?? [];
  const [first] = providers;
  if (!first)
    return notice({
      kind: 'warning',
      content: say(
        'Hiện chưa có nơi ký số nào nối với cổng. Bạn nộp tại quầy; bản nháp vẫn được giữ.',
        'No provider of signatures is connected now. File at a counter; your draft is kept.',
      ),
    });
  return html`<form class="mc-stack" method="post"${attributes({ action })}>${csrfField(ctx)}${
    providers.length > 1
      ? radios({
          id: 'nha-cung-cap',
          name: 'nha-cung-cap',
          label: say('Bạn ký số ở đâu?', 'Where is your signature?'),
          options: providers.map(({ key, name }) => ({ value: key, text: name })),
          value: first.key,
          locale: ctx.locale,
        })
      : html`<input type="hidden" name="nha-cung-cap"${attributes({ value: first.key })}>`
  }<p>${say(
    `Bạn sang trang của ${providers.length > 1 ? 'nơi giữ chữ ký số' : first.name}, đồng ý ở đó, rồi được đưa về đây. Không cần cài gì thêm.`,
    `You go to the page of ${providers.length > 1 ? 'the provider' : first.name}, agree there, and are brought back. Nothing has to be installed.`,
  )}</p>${button({ text: say('Ký số', 'Sign'), kind: 'primary' })}</form>`;
}
