import { buffer } from 'node:stream/consumers';
import {
  checkPaperData,
  type DrawnPaper,
  drawPaper,
  type PaperShelf,
  type PaperTemplate,
  renderPaper,
} from '#capabilities/papers';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { LocalText } from '#kernel/text';
import type { Doors } from '../doors.ts';
import { answersOn } from './answers-on.ts';
import { controlSlip } from './control-slip.ts';
import { apology, refusal, stopNotice, supplementRequest } from './letters.ts';
import type { Made } from './made.ts';
import { receipt } from './receipt.ts';
import { result, resultDraft, resultToSign } from './result.ts';
import type { PaperPlaces, PaperSource } from './source.ts';

export { capacityOf, type Signatory } from './capacity.ts';
export { receiptReply } from './fee-receipt.ts';
export { provenPaper } from './proven.ts';
export { resultFacts } from './result.ts';
export {
  type PaperDocument,
  type PaperPerson,
  type PaperPlaces,
  type PaperSource,
  paperPlaces,
  paperSourceOf,
} from './source.ts';

/** Papers of a dossier by the word that stands in their address. */
export const dossierPapers = [
  'giay-tiep-nhan',
  'phieu-bo-sung',
  'phieu-tu-choi',
  'thu-xin-loi',
  'thong-bao-dung',
  'phieu-kiem-soat',
  'du-thao',
  'ket-qua',
] as const;
export type DossierPaper = (typeof dossierPapers)[number];

interface Kind {
  readonly title: LocalText;
  /** Id of the template; which form serves is a word of the procedure's definition. */
  readonly template: (source: PaperSource) => string;
  readonly make: (source: PaperSource, places: PaperPlaces) => Made<object> | undefined;
}
const formOf =
  (which: 'receipt' | 'supplement' | 'refusal') =>
  ({ rules }: PaperSource): string =>
    rules.definition.forms[which].toLowerCase();

const kinds: Readonly<Record<DossierPaper, Kind>> = {
  'giay-tiep-nhan': {
    title: { vi: 'Giấy tiếp nhận và hẹn trả kết quả', en: 'Receipt with the promised date' },
    template: formOf('receipt'),
    make: receipt,
  },
  'phieu-bo-sung': {
    title: { vi: 'Phiếu yêu cầu bổ sung', en: 'Request for more papers' },
    template: formOf('supplement'),
    make: supplementRequest,
  },
  'phieu-tu-choi': {
    title: { vi: 'Phiếu từ chối tiếp nhận', en: 'Refusal to receive' },
    template: formOf('refusal'),
    make: refusal,
  },
  'thu-xin-loi': {
    title: { vi: 'Thư xin lỗi và hẹn lại', en: 'Apology and new date' },
    template: () => '04',
    make: apology,
  },
  'thong-bao-dung': {
    title: { vi: 'Thông báo dừng giải quyết', en: 'Notice of stopping' },
    template: () => '05',
    make: stopNotice,
  },
  'phieu-kiem-soat': {
    title: { vi: 'Phiếu kiểm soát', en: 'Control slip' },
    template: () => '06',
    make: controlSlip,
  },
  'du-thao': {
    title: { vi: 'Bản dự thảo kết quả', en: 'Draft of the result' },
    template: () => 'result-draft',
    make: resultDraft,
  },
  'ket-qua': { title: { vi: 'Kết quả', en: 'Result' }, template: () => 'result', make: result },
};

interface Ready {
  readonly template: PaperTemplate;
  readonly made: Made<object>;
}

function ready(
  shelf: PaperShelf,
  name: DossierPaper,
  source: PaperSource,
  places: PaperPlaces,
): Ready | undefined {
  const kind = kinds[name];
  const id = kind.template(source);
  const template = places.own.find(id, places.language) ?? shelf.find(id);
  const kept = template && kind.make(source, places);
  return template && kept && filled(template, kept, source, places);
}

function filled(
  template: PaperTemplate,
  kept: Made<object>,
  source: PaperSource,
  places: PaperPlaces,
): Ready | undefined {
  const made = { ...kept, values: { ...kept.values, ...answersOn(template, source, places) } };
  return checkPaperData(template, made.values).ok ? { template, made } : undefined;
}

/** Draws the result for the leader to sign. Refused as `paper-unknown` while there is no draft. */
export async function drawResultToSign(
  shelf: PaperShelf,
  source: PaperSource,
  places: PaperPlaces,
  signing: Parameters<typeof resultToSign>[2],
): Promise<Outcome<DrawnPaper>> {
  const id = kinds['ket-qua'].template(source);
  const template = places.own.find(id, places.language) ?? shelf.find(id);
  const made = template && resultToSign(source, places, signing);
  const found = made && filled(template, made, source, places);
  return found ? drawPaper(found.template, found.made) : refused({ code: 'paper-unknown' });
}

/** A paper of a dossier: the result as the file that was signed where it was, everything else drawn from the record. */
export async function dossierPaper(
  doors: Pick<Doors, 'papers' | 'files'>,
  name: string,
  source: PaperSource,
  places: PaperPlaces,
): Promise<Outcome<{ readonly bytes: Uint8Array; readonly fileName: string }>> {
  const { result } = source.state;
  if (name !== 'ket-qua' || result?.file === undefined || result.number === undefined)
    return drawDossierPaper(doors.papers, name, source, places);
  const stream = await doors.files.open(result.file.sha256);
  if (!stream) return refused({ code: 'paper-unknown' });
  return done({ bytes: await buffer(stream), fileName: `${source.code}-${name}.pdf` });
}

/** The papers that can be drawn of this dossier now, among those that this reader may see: every link leads somewhere. */
export const papersOf = (
  shelf: PaperShelf,
  source: PaperSource,
  places: PaperPlaces,
  among: readonly DossierPaper[] = dossierPapers,
): readonly { readonly name: DossierPaper; readonly title: LocalText }[] =>
  among
    .filter((name) => ready(shelf, name, source, places) !== undefined)
    .map((name) => ({ name, title: kinds[name].title }));

/** Draws one paper from the record; the same record gives the same bytes. Refused as `paper-unknown` while there is none. */
export async function drawDossierPaper(
  shelf: PaperShelf,
  name: string,
  source: PaperSource,
  places: PaperPlaces,
): Promise<Outcome<{ readonly bytes: Uint8Array; readonly fileName: string }>> {
  const known = dossierPapers.find((each) => each === name);
  const found = known && ready(shelf, known, source, places);
  if (!found) return refused({ code: 'paper-unknown' });
  const drawn = await renderPaper(found.template, found.made);
  return drawn.ok ? done({ bytes: drawn.value, fileName: `${source.code}-${name}.pdf` }) : drawn;
}
