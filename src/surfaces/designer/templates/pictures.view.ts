import { documentViewer, notice } from '#design';
import { type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { sayIn } from '../core/say.ts';
import { largePicture, type Pictures, pictureWidth } from './pictures.ts';

export interface PicturesView extends Pictures {
  readonly title: string;
  /** Address of the picture of a page. */
  readonly src: (page: number) => string;
  readonly pdf: string;
}

/** The pages of a paper as they are printed; where they could not be drawn a sentence says so, and where the paper is to be had. */
export function picturesView(ctx: PageCtx, view: PicturesView): Html {
  const say = sayIn(ctx.locale);
  const { title, drawn, pages, src, pdf } = view;
  return html`${lackOf(ctx, view)}${
    drawn > 0 &&
    documentViewer({
      title: say(`${title}: hình các trang`, `${title}: its pages`),
      pages: Array.from({ length: drawn }, (_, at) => ({
        src: src(at + 1),
        href: `${src(at + 1)}?rong=${largePicture}`,
        alt: say(
          `${title}, trang ${at + 1} trên ${pages} như khi in. Nội dung bằng chữ ở phần Nội dung với dữ liệu mẫu.`,
          `${title}, page ${at + 1} of ${pages} as printed. Its text stands under With invented data.`,
        ),
        width: pictureWidth,
        height: Math.round(pictureWidth * Math.SQRT2),
      })),
      download: { href: pdf, text: say('Tải PDF', 'Download the PDF') },
    })
  }`;
}

function lackOf(ctx: PageCtx, { drawn, pages, lacks }: PicturesView): Html | undefined {
  if (lacks === undefined) return undefined;
  const say = sayIn(ctx.locale);
  const [title, content] =
    lacks === 'more'
      ? [
          say(
            `Giấy này có ${pages} trang, ở đây là ${drawn} trang đầu`,
            `${pages} pages; here are the first ${drawn}`,
          ),
          say('Hãy mở PDF để xem hết.', 'Open the PDF for all of them.'),
        ]
      : lacks === 'slow'
        ? [
            say('Hình các trang vẽ chưa xong', 'The pages are still being drawn'),
            say(
              'Máy vẽ đang bận. Hãy tải lại trang sau ít phút, hoặc mở PDF.',
              'The drawing is busy. Load this page again in some minutes, or open the PDF.',
            ),
          ]
        : [
            say('Không vẽ được hình các trang', 'The pages could not be drawn'),
            say(
              'Nội dung bằng chữ vẫn đúng. Hãy mở PDF để xem trang in.',
              'The text is right all the same. Open the PDF to see the printed page.',
            ),
          ];
  return notice({ kind: 'warning', title, headingLevel: 2, content, locale: ctx.locale });
}
