import { button, card, notice, select, status, textInput } from '#design';
import type { Locale } from '#kernel/text';
import { type Hole, type Html, html } from '#platform/html';
import { checkPath } from '#surfaces/shared';
import type { Say } from '../words/say.ts';

/** Ends of the address to which a line is sent. */
export const linePath = (token: string): string => `${checkPath(token)}/tung-dong`;

export interface LinesView {
  readonly say: Say;
  readonly locale: Locale;
  readonly token: string;
  /** What stands on the paper; the empty one is the owner's name. */
  readonly lines: readonly string[];
  readonly csrf: Html;
  readonly asked?: {
    /** Its place among the lines, as it was sent. */
    readonly line: string;
    readonly words: string;
    /** Undefined while something is missing. */
    readonly agrees?: boolean | undefined;
    readonly errors: readonly { readonly target: string; readonly text: string }[];
  };
}

export const nameOfLine = (say: Say, label: string): string =>
  label === '' ? say('Họ, chữ đệm, tên (tên tổ chức)', 'Name of the owner') : label;

/** A print carries its code along whatever is changed in it: each line is compared by what the reader sees on it. */
export function linesCard({ say, locale, token, lines, csrf, asked }: LinesView): Html {
  const errorAt = (id: string) => asked?.errors.find(({ target }) => target === id)?.text;
  return card({
    title: say('So từng dòng trên giấy in', 'Compare a print line by line'),
    content: html`<p>${say(
      'Chọn một dòng, gõ lại đúng như trên giấy. Trang này chỉ trả lời khớp hay không, không hiện nội dung.',
      'Choose a line and type what your paper says. The page tells whether it agrees, never what it should be.',
    )}</p><form method="post" action="${linePath(token)}" novalidate class="mc-stack">${csrf}${select({
      name: 'dong',
      label: say('Dòng trên giấy', 'Line on the paper'),
      options: lines.map((label, at) => ({ value: String(at), text: nameOfLine(say, label) })),
      value: asked?.line,
      error: errorAt('dong'),
      locale,
    })}${textInput({
      name: 'chu',
      label: say('Trên giấy ghi', 'The paper says'),
      value: asked?.words,
      error: errorAt('chu'),
      autocomplete: 'off',
      spellcheck: false,
      locale,
    })}${button({ text: say('So dòng này', 'Compare this line') })}</form>`,
  });
}

/** The answer stands before everything else. */
export function lineAnswer({ say, locale, lines, asked }: LinesView): Hole {
  if (asked?.agrees === undefined) return undefined;
  const name = nameOfLine(say, lines[Number(asked.line)] ?? '');
  return asked.agrees
    ? status({
        text: say(`Khớp bản đã cấp: ${name} “${asked.words}”.`, `It agrees: ${name} “${asked.words}”.`),
        locale,
      })
    : notice({
        kind: 'danger',
        title: say(`Không khớp bản đã cấp: ${name}`, `It does not agree: ${name}`),
        headingLevel: 2,
        content: html`<p>${say(
          `Bạn gõ “${asked.words}”. Hãy xem lại từng chữ; nếu đã gõ đúng như trên giấy thì giấy này đã bị sửa.`,
          `You typed “${asked.words}”. Look again letter by letter; if the paper says so, it was changed.`,
        )}</p>`,
      });
}
