import { inLocale, type Locale } from '#kernel/text';
import { sayIn } from '../core/say.ts';
import { formActs } from './form-acts.ts';
import type { Chosen } from './form-props.ts';
import type { FormScope } from './scope.ts';

/** What the last act did and where its question or page stands now; read out, for the page was built anew. */
export function saidOf(
  act: string | undefined,
  { definition }: FormScope,
  { page, place }: Chosen,
  locale: Locale,
): string | undefined {
  if (!formActs.some((each) => each === act)) return undefined;
  const say = sayIn(locale);
  if (!page) return undefined;
  const title = inLocale(page.title, locale);
  const { pages } = definition.form;
  const [name, where] = place
    ? [
        inLocale(place.question.label, locale),
        place.group
          ? say(
              `thứ ${place.index + 1} trên ${place.neighbours.length} trong nhóm «${inLocale(place.group.label, locale)}»`,
              `${place.index + 1} of ${place.neighbours.length} in the group “${inLocale(place.group.label, locale)}”`,
            )
          : say(
              `thứ ${place.index + 1} trên ${place.neighbours.length} ở trang «${title}»`,
              `${place.index + 1} of ${place.neighbours.length} on the page “${title}”`,
            ),
      ]
    : [
        title,
        say(
          `trang ${pages.indexOf(page) + 1} trên ${pages.length}`,
          `page ${pages.indexOf(page) + 1} of ${pages.length}`,
        ),
      ];
  if (act?.startsWith('them')) return say(`Đã thêm «${name}», ${where}.`, `Added “${name}”, ${where}.`);
  if (act?.startsWith('nhan-ban'))
    return say(`Đã nhân bản: «${name}», ${where}.`, `Copied: “${name}”, ${where}.`);
  if (act === 'bo' || act === 'bo-trang')
    return say(`Đã bỏ. Đang chọn «${name}», ${where}.`, `Removed. Now chosen: “${name}”, ${where}.`);
  return say(`Đã chuyển: «${name}», ${where}.`, `Moved: “${name}”, ${where}.`);
}

/** The field that a new question still needs; its own row where it needs none. */
const needed: Readonly<Record<string, string>> = {
  choice: '_lua-chon',
  choices: '_lua-chon',
  'search-choice': '_lua-chon',
  calculated: '_cong-thuc',
  person: '_cua',
  photo: '_giay',
  file: '_giay',
};

/** Id of the control that has the focus after an act. */
export function focusAfter(act: string | undefined, { place, page, address }: Chosen): string | undefined {
  if (!page) return '_trang-moi';
  if (act === undefined) return undefined;
  if (act === 'them-trang') return '_moi';
  const field = act === 'them' && place ? needed[place.question.type] : undefined;
  return field ?? `hang-${address ?? page.id}`;
}
