import type { Draft } from '#capabilities/dossiers';
import {
  type Answers,
  type Facts,
  isPageComplete,
  type Page,
  type ProcedureDefinition,
  reachablePages,
} from '#capabilities/forms';
import type { LocalText } from '#kernel/text';
import { deliveryAnswers, deliveryKey, deliveryPage } from '../delivery/delivery-page.ts';
import { representedAnswers, representedKey, representedPage } from '../represented/represented-page.ts';
import * as paths from './paths.ts';

/** done; started: something typed, not finished; open: the next to do; later: waits for one before it. */
export type StopState = 'done' | 'started' | 'open' | 'later';

export interface Stop {
  readonly kind: 'sheet' | 'documents' | 'centre' | 'check';
  /** Key of the page in `draft.typed`. */
  readonly key: string;
  readonly title: LocalText;
  readonly href: string;
  readonly state: StopState;
}

export interface Road {
  readonly stops: readonly Stop[];
  /** Where to go on after a break: the first stop that is not done; the check page at the end. */
  readonly next: Stop;
}

export interface Traveller {
  readonly draft: Draft;
  readonly definition: ProcedureDefinition;
  readonly facts: Facts;
  readonly answers: Answers;
  /** Papers still to be handed in. */
  readonly missing: number;
}

/** A page was sent by its own button: an empty entry says "seen, and nothing on it is unreadable". */
export const wasSeen = (draft: Draft, key: string): boolean => draft.typed[key] !== undefined;
/** Text that was typed and could not be read, or not yet. */
export const isPending = (draft: Draft, key: string): boolean =>
  Object.keys(draft.typed[key] ?? {}).length > 0;

export const documentsKey = '@giay-to';
export const documentsTitle: LocalText = { vi: 'Giấy tờ', en: 'Papers' };
export const centreTitle: LocalText = { vi: 'Nơi nhận hồ sơ', en: 'Receiving centre' };
export const checkTitle: LocalText = { vi: 'Kiểm tra và nộp', en: 'Check and submit' };

type Weighed = Omit<Stop, 'state'> & { readonly finished: boolean; readonly touched: boolean };

/** All stops of this filing in order, with their states. Recomputed from the answers each time; nothing is stored. */
export function roadOf(traveller: Traveller): Road {
  const known = [
    ...representedStop(traveller),
    ...reachablePages(traveller.definition.form, traveller.answers, traveller.facts).map((page) =>
      sheetStop(traveller, page.id, page, traveller.answers, paths.page(traveller.draft.id, page.id)),
    ),
    ...lastStops(traveller),
  ];
  const first = known.findIndex((stop) => !stop.finished);
  const stops = known.map(({ finished, touched, ...stop }, i): Stop => {
    const state = finished ? 'done' : i > first ? 'later' : touched ? 'started' : 'open';
    return { ...stop, state };
  });
  const next = stops[first];
  if (!next) throw new Error('The check page is never finished');
  return { stops, next };
}

function sheetStop(traveller: Traveller, key: string, page: Page, answers: Answers, href: string): Weighed {
  const { draft, facts } = traveller;
  const answered = page.questions.some((question) => answers[question.id] !== undefined);
  return {
    kind: 'sheet',
    key,
    title: page.title,
    href,
    finished: wasSeen(draft, key) && !isPending(draft, key) && isPageComplete(page, answers, facts),
    touched: isPending(draft, key) || answered,
  };
}

function representedStop(traveller: Traveller): Weighed[] {
  const page = representedPage(traveller.draft.facts);
  if (!page) return [];
  const answers = representedAnswers(traveller.draft);
  return [sheetStop(traveller, representedKey, page, answers, paths.represented(traveller.draft.id))];
}

function lastStops(traveller: Traveller): Weighed[] {
  const { draft } = traveller;
  return [
    {
      kind: 'documents',
      key: documentsKey,
      title: documentsTitle,
      href: paths.documents(draft.id),
      finished: wasSeen(draft, documentsKey) && traveller.missing === 0,
      touched: draft.files.length > 0,
    },
    {
      kind: 'centre',
      key: '@noi-nhan',
      title: centreTitle,
      href: paths.centre(draft.id),
      finished: draft.receiver_unit !== null,
      touched: false,
    },
    sheetStop(
      traveller,
      deliveryKey,
      deliveryPage(traveller),
      deliveryAnswers(draft),
      paths.delivery(draft.id),
    ),
    {
      kind: 'check',
      key: '@kiem-tra',
      title: checkTitle,
      href: paths.check(draft.id),
      finished: false,
      touched: false,
    },
  ];
}

export const placeOf = (road: Road, key: string): number => road.stops.findIndex((stop) => stop.key === key);
const placeOfNext = (road: Road): number => road.stops.indexOf(road.next);

/** A stop may be visited when everything before it is done. */
export const isOpen = (road: Road, key: string): boolean => {
  const place = placeOf(road, key);
  return place >= 0 && place <= placeOfNext(road);
};

/** The stop after this one, or the first unfinished one when that comes earlier. */
export function stopAfter(road: Road, key: string): Stop {
  const place = placeOf(road, key);
  const after = road.stops[place + 1];
  return place < 0 || !after || place + 1 > placeOfNext(road) ? road.next : after;
}
export const stopBefore = (road: Road, key: string): Stop | undefined => road.stops[placeOf(road, key) - 1];
