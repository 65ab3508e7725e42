import type { Unit } from '#capabilities/organisations';
import { button, buttonGroup, notice, radios, textInput } from '#design';
import type { Locale } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { csrfField, type Doors, placeWords } from '#surfaces/shared';
import { sayIn } from '../../words/say.ts';
import { filingPage, savedLine, stepOf } from '../core/frame.ts';
import type { OpenFiling } from '../core/open-filing.ts';
import * as paths from '../core/paths.ts';
import { stopBefore } from '../core/road.ts';

export interface CentreView {
  readonly filing: OpenFiling;
  /** Found, nearest and chosen centres, each once. */
  readonly centres: readonly Unit[];
  readonly chosen: string | undefined;
  /** Words searched for, and whether they found anything. */
  readonly search: string;
  readonly found: boolean;
  /** The unit that decides, wherever the dossier is filed. */
  readonly competent: string | undefined;
  /** The one centre shown is the only one that receives it. */
  readonly onlyThere?: boolean;
  readonly missing?: boolean;
  readonly back?: string | undefined;
}

export function centreView(ctx: PageCtx, doors: Doors, props: CentreView): Html {
  const { filing, centres, chosen, search, found, competent, missing, back, onlyThere = false } = props;
  const { locale } = ctx;
  const say = sayIn(locale);
  const { draft } = filing;
  const title = say('Bạn muốn nộp ở đâu?', 'Where do you want to file?');
  const error = say('Hãy chọn một nơi nhận hồ sơ.', 'Choose a receiving centre.');
  const hint = onlyThere
    ? say(
        'Thủ tục này chỉ nhận ở trung tâm nơi giải quyết.',
        'Only the centre where it is decided receives it.',
      )
    : placeWords(doors.place.kind, locale).everyCentreReceives;
  const choosing = doors.place.kind === 'province' && !onlyThere;
  return filingPage(ctx, doors, {
    endTold: true,
    title,
    back:
      back === paths.fromCheck
        ? paths.check(draft.id)
        : (stopBefore(filing.road, '@noi-nhan')?.href ?? paths.tasks(draft.id)),
    above: stepOf(ctx, filing, '@noi-nhan'),
    errors: missing ? [{ text: error, target: 'trung-tam' }] : [],
    main: [
      html`<form class="mc-stack" method="post" novalidate${attributes({ action: paths.withReturn(paths.centre(draft.id), back) })}>${csrfField(ctx)}${choosing && enterSearches}${radios(
        {
          name: 'trung-tam',
          label: title,
          pageHeading: true,
          hint,
          value: chosen,
          options: centres.map((centre) => ({
            value: centre.id,
            text: centre.name,
            ...(centre.address ? { hint: centre.address } : {}),
          })),
          locale,
          ...(missing ? { error } : {}),
        },
      )}${competent !== undefined && !onlyThere && decides(ctx, competent)}${
        search !== '' &&
        !found &&
        notice({
          kind: 'info',
          content: say(`Không thấy trung tâm nào tên “${search}”.`, `No centre is called “${search}”.`),
          locale,
        })
      }${choosing && searchForCentre(locale, search)}${buttonGroup([
        button({
          text:
            back === paths.fromCheck
              ? say('Lưu và về trang kiểm tra', 'Save and check')
              : say('Tiếp tục', 'Continue'),
          kind: 'primary',
        }),
        button({ text: say('Lưu và thoát', 'Save and leave'), name: '_viec', value: 'thoat' }),
      ])}</form>`,
      savedLine(ctx, draft.updated_at),
    ],
  });
}

/** The only text field of this page is the search, so Enter searches. */
const enterSearches = html`<button type="submit" class="mc-hidden" tabindex="-1" aria-hidden="true" name="_viec" value="tim">Tìm</button>`;

const searchForCentre = (locale: Locale, search: string): Html => {
  const say = sayIn(locale);
  return html`${textInput({
    name: 'tim',
    label: say('Tìm trung tâm khác', 'Find another centre'),
    hint: say('Gõ tên xã, phường.', 'Type the name of a commune or ward.'),
    value: search,
    autocomplete: 'off',
    locale,
  })}${button({ text: say('Tìm', 'Search'), icon: 'search', name: '_viec', value: 'tim' })}`;
};

function decides(ctx: PageCtx, competent: string): Html {
  const say = sayIn(ctx.locale);
  return notice({
    kind: 'inset',
    content: say(
      `Nộp ở đâu thì hồ sơ cũng do ${competent} giải quyết.`,
      `Wherever you file, ${competent} decides.`,
    ),
  });
}
