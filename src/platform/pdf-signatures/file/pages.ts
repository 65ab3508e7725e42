import { odd } from '../fault.ts';
import { limits } from '../limits.ts';
import { isArray, isRef, nameAt, type PdfDict, type PdfRef, type PdfValue } from '../syntax/values.ts';
import type { PdfFile } from './pdf-file.ts';

/** Lower left and upper right, in points. */
export type Box = readonly [x1: number, y1: number, x2: number, y2: number];
export interface PdfPage {
  readonly ref: PdfRef;
  readonly dict: PdfDict;
  /** What is shown of it: the crop box, or the media box. */
  readonly box: Box;
  /** Clockwise, 0, 90, 180 or 270. */
  readonly turn: number;
}

const inherited = ['MediaBox', 'CropBox', 'Rotate'] as const;
type Inherited = Readonly<Partial<Record<(typeof inherited)[number], PdfValue>>>;

/** All pages in their order (ISO 32000-2, 7.7.3). */
export function pagesOf(file: PdfFile, revision: number): PdfPage[] {
  const pages: PdfPage[] = [];
  const seen = new Set<number>();
  const walk = (node: PdfValue | undefined, above: Inherited, depth: number): void => {
    if (!isRef(node) || seen.has(node.number) || depth > 40) odd('an odd tree of pages');
    seen.add(node.number);
    if (seen.size > 2 * limits.pages) odd('too many pages');
    const dict = file.dict(node, revision) ?? odd('an odd tree of pages');
    const values = { ...above };
    for (const key of inherited) {
      const own = dict.entries.get(key);
      if (own !== undefined) values[key] = file.value(own, revision);
    }
    const kids = file.value(dict.entries.get('Kids'), revision);
    if (nameAt(dict, 'Type') === 'Page') pages.push(pageOf(node, dict, values));
    else if (isArray(kids)) for (const kid of kids) walk(kid, values, depth + 1);
    else odd('an odd tree of pages');
  };
  walk(file.catalog(revision).entries.get('Pages'), {}, 0);
  return pages;
}

function pageOf(ref: PdfRef, dict: PdfDict, { MediaBox, CropBox, Rotate }: Inherited): PdfPage {
  const box = boxOf(CropBox) ?? boxOf(MediaBox) ?? odd('a page without size');
  const turn = typeof Rotate === 'number' ? ((Rotate % 360) + 360) % 360 : 0;
  return { ref, dict, box, turn: turn % 90 === 0 ? turn : 0 };
}

/** Four numbers in any order of corners. */
export function boxOf(value: PdfValue | undefined): Box | undefined {
  if (!isArray(value) || value.length !== 4) return undefined;
  const [a, b, c, d] = value;
  if (typeof a !== 'number' || typeof b !== 'number' || typeof c !== 'number' || typeof d !== 'number')
    return undefined;
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

export const areaOf = ([x1, y1, x2, y2]: Box): number => (x2 - x1) * (y2 - y1);
