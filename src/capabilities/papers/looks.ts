import { formatDate, type Instant, localDate } from '#kernel/time';
import { type Appearance, type Face, openFace } from '#platform/pdf-signatures';
import { fontFile } from './draw/fonts.ts';
import { lineHeight } from './draw/lines.ts';
import { longDate } from './fill.ts';
import type { LeaderPlace, PaperBox, PlaceOnPaper, SigningPlaces } from './places.ts';
import { scanStrip } from './scan.ts';

interface Signing {
  /** Name of the agency in full. */
  readonly agency: string;
  readonly at: Instant;
}

const faces = new Map<'regular' | 'italic', Face>();
function face(which: 'regular' | 'italic' = 'regular'): Face {
  let opened = faces.get(which);
  if (!opened) {
    const found = openFace(fontFile(which));
    if (!found.ok) throw new Error('the font of the papers cannot be read');
    opened = found.value;
    faces.set(which, opened);
  }
  return opened;
}

/** "25/11/2026 09:41:00 +07:00": day, time with seconds, zone (NĐ 30/2020, Phụ lục I). */
export function timeOfSigning(at: Instant): string {
  const seconds = new Date(at + 7 * 3_600_000).toISOString().slice(11, 19);
  return `${formatDate(localDate(at))} ${seconds} +07:00`;
}

/**
 * A leader's signature: the picture of the signature in blue on nothing (PNG) where there is one, and in words who, of
 * which agency, when.
 */
export function leaderLook(
  { page, box, picture: pictured, words }: LeaderPlace,
  { name, agency, at, picture }: Signing & { readonly name: string; readonly picture?: Uint8Array },
): Appearance {
  const lines = [`Người ký: ${name}`, `Cơ quan: ${agency}`, `Thời gian ký: ${timeOfSigning(at)}`];
  const beneath = { ...words, y: pictured.height, height: box.height - pictured.height };
  return {
    page,
    box,
    lines,
    face: face(),
    inside: picture ? { picture: pictured, lines: beneath } : { lines: words },
    ...(picture && { picture }),
  };
}

/** An agency's signature: its seal in red, as large as it is, and beneath it the time; its name where no picture is at hand. */
export function sealLook(
  { page, box }: PlaceOnPaper,
  { agency, at, seal }: Signing & { readonly seal?: Uint8Array | undefined },
): Appearance {
  const time = timeOfSigning(at);
  return {
    page,
    box,
    lines: seal ? [time] : [agency, time],
    face: face(),
    ...(seal ? { picture: seal } : { colour: [0.78, 0.06, 0.12] }),
    said: `Chữ ký số của cơ quan, tổ chức: ${agency}. Thời gian ký: ${time}`,
  };
}

/**
 * Number, place and date in the head of a paper, which the agency sets when it issues (NĐ 30/2020, điều 15). Nothing
 * where the paper has no such places on one page.
 */
export function numberLook(
  { number: left, date: right }: SigningPlaces,
  { number, seat, at }: { readonly number: string; readonly seat: string; readonly at: Instant },
): Appearance | undefined {
  if (!left || !right || left.page !== right.page) return undefined;
  const y = Math.min(left.box.y, right.box.y);
  const bottom = Math.max(left.box.y + left.box.height, right.box.y + right.box.height);
  const spot = (text: string, place: PaperBox, which: 'regular' | 'italic') => ({
    text,
    x: place.x - left.box.x,
    y: place.y - y + (lineHeight(headSize) - headSize) / 2,
    width: place.width,
    size: headSize,
    face: face(which),
  });
  const [numbered, dated] = [`Số: ${number}`, `${seat}, ${longDate(localDate(at))}`];
  return {
    page: left.page,
    box: { x: left.box.x, y, width: right.box.x + right.box.width - left.box.x, height: bottom - y },
    lines: [],
    face: face(),
    spots: [spot(numbered, left.box, 'regular'), spot(dated, right.box, 'italic')],
    said: `${numbered}. ${dated}`,
  };
}
const headSize = 13;

/** Beyond this a corner would reach over the head of a paper. */
const corner = { x: 415, y: 14, width: 165, height: 38 };

/**
 * An agency's signature on a paper that accompanies another in a file of its own: at the upper right of the first page,
 * without a picture, number and time in black letters (NĐ 30/2020, Phụ lục I, phần I, mục II, khoản 8).
 */
export function cornerLook({ agency, at, number }: Signing & { readonly number: string }): Appearance {
  const time = timeOfSigning(at);
  return {
    page: 1,
    box: corner,
    lines: [`Kèm theo văn bản số ${number}`, `Thời gian ký: ${time}`],
    face: face(),
    said: `Chữ ký số của cơ quan, tổ chức: ${agency}. Kèm theo văn bản số ${number}. Thời gian ký: ${time}`,
  };
}

/**
 * An officer's signature on a scan: at the upper right of its first page (NĐ 30/2020, Phụ lục I, on digitised documents), who
 * compared it with the paper, of which agency, when.
 */
export function comparedLook({ name, agency, at }: Signing & { readonly name: string }): Appearance {
  const lines = [
    'Đã đối chiếu với bản giấy',
    `Người ký: ${name}`,
    `Cơ quan: ${agency}`,
    `Thời gian ký: ${timeOfSigning(at)}`,
  ];
  return { page: 1, from: 'right', box: scanCorner, lines, face: face(), colour: [0.05, 0.2, 0.5] };
}

/** From the right edge, for scans come in every width; low enough to stay in the strip that is left above a picture. */
const scanCorner = { x: 14, y: 6, width: 220, height: scanStrip - 8 };
