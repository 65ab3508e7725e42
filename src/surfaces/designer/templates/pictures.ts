import type { FileDoor } from '#surfaces/shared';

/** Width in pixels at which a page of a paper is drawn beside its text, and when opened alone. */
export const pictureWidth = 900;
export const largePicture = 1600;
/** More pages than a letter has are looked at in the PDF. */
export const mostPictures = 8;
/** The page is shown no later than this, whatever the drawing does. */
export const longestDrawing = 2500;

export interface Pictures {
  /** Pages that are drawn, from the first. */
  readonly drawn: number;
  /** Pages of the paper, as far as known. */
  readonly pages: number;
  /** Why not all of them are there. */
  readonly lacks?: 'slow' | 'failed' | 'more';
}

/**
 * Draws the pages of a paper one after another, so that they lie ready when the page asks for them, and says how far it came:
 * the text beside them stands in any case.
 */
export async function drawPictures(
  files: Pick<FileDoor, 'drawMade'>,
  pdf: Uint8Array,
  longest = longestDrawing,
): Promise<Pictures> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'slow'>((resolve) => {
    timer = setTimeout(() => resolve('slow'), longest);
  });
  try {
    let pages = 1;
    for (let page = 1; page <= Math.min(pages, mostPictures); page++) {
      const drawing = files.drawMade(pdf, page, pictureWidth).catch(() => undefined);
      const drawn = await Promise.race([drawing, late]);
      if (drawn === 'slow') return { drawn: page - 1, pages, lacks: 'slow' };
      if (!drawn?.ok) return { drawn: page - 1, pages, lacks: 'failed' };
      pages = drawn.value.pages;
    }
    return pages > mostPictures ? { drawn: mostPictures, pages, lacks: 'more' } : { drawn: pages, pages };
  } finally {
    clearTimeout(timer);
  }
}
