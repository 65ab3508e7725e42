import { type Road, roads } from '#capabilities/dossiers';
import { button, checkboxes, dateInput, select } from '#design';
import { inLocale } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import { draftHref } from '../core/paths-of-pages.ts';
import { paces, personas } from './personas.ts';
import type { TryView } from './props.ts';

export const roadNames: Readonly<Record<Road, readonly [string, string]>> = {
  granted: ['Được giải quyết', 'Granted'],
  refused: ['Bị từ chối giải quyết', 'Refused'],
  supplement: ['Phải bổ sung giấy tờ', 'Papers asked for'],
  declined: ['Không được tiếp nhận', 'Declined at intake'],
};

const partsOf = (date: string | undefined) => {
  const [year = '', month = '', day = ''] = (date ?? '').split('-');
  return { day, month, year };
};

/** Who files, how it goes, and the clock. */
export function askView({ say, locale, draft, asked }: TryView): Html {
  const choice = (
    name: string,
    label: string,
    value: string,
    options: readonly { value: string; text: string }[],
  ) => select({ name, label, value, options, emptyText: null, locale });
  return html`<form class="mc-stack"${attributes({ action: draftHref(draft.id, 'chay-thu') })}>${checkboxes({
    name: 'nguoi',
    label: say('Người mẫu', 'Personas'),
    values: asked.people,
    options: personas.map(({ id, name, about }) => ({
      value: id,
      text: `${inLocale(name, locale)}, ${inLocale(about, locale)}`,
    })),
    locale,
  })}<div class="mc-row">${choice(
    'duong',
    say('Kết cục', 'Road'),
    asked.road,
    roads.map((value) => ({ value, text: say(...roadNames[value]) })),
  )}${choice(
    'nhip',
    say('Cán bộ làm', 'Officers work'),
    asked.pace,
    paces.map(({ id, name }) => ({ value: id, text: inLocale(name, locale) })),
  )}${choice('noi', say('Nộp ở', 'Filed'), asked.place, [
    { value: 'gan', text: say('Nơi giải quyết', 'Where it is decided') },
    { value: 'xa', text: say('Trung tâm khác', 'At another centre') },
  ])}</div><div class="mc-row">${dateInput({
    name: 'tu',
    label: say('Nộp lúc 9 giờ ngày', 'Filed at 9:00 on'),
    value: partsOf(asked.from),
    locale,
  })}${dateInput({
    name: 'den',
    label: say('Xem như đang là hết ngày', 'The clock stands at the end of'),
    hint: say('Để trống để xem đến cuối.', 'Leave empty to see it to its end.'),
    value: partsOf(asked.until),
    locale,
  })}<input type="hidden" name="lan"${attributes({ value: asked.round })}></div><div class="mc-row">${button({
    text: say('Chạy thử', 'Try it'),
    kind: 'primary',
    key: 'L',
  })}<button class="mc-button" name="lan"${attributes({ value: (asked.round % 99) + 1 })}>${say('Trả lời khác', 'Other answers')}</button></div></form>`;
}
