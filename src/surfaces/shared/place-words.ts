import type { Locale } from '#kernel/text';
import type { PlaceKind } from './doors.ts';

/** What a page calls the place it serves: sentences differ where a province has communes and a ministry has none. */
export interface PlaceWords {
  readonly one: string;
  /** In front of an English noun, after a Vietnamese one: `tài khoản của tỉnh`, `the province’s account`. */
  readonly own: string;
  /** Where one files, inside a sentence. */
  readonly anyCentre: string;
  readonly everyCentreReceives: string;
  /** Heading of the list of centres, and the words that lead there. */
  readonly whereToFile: string;
  readonly everyOffice: string;
  readonly searchExamples: string;
}

const words: Readonly<Record<PlaceKind, Readonly<Record<Locale, PlaceWords>>>> = {
  province: {
    vi: {
      one: 'Tỉnh',
      own: 'của tỉnh',
      anyCentre: 'bất kỳ trung tâm nào trong tỉnh',
      everyCentreReceives: 'Trung tâm nào trong tỉnh cũng nhận hồ sơ của bạn.',
      whereToFile: 'Trung tâm gần bạn',
      everyOffice: 'mọi cơ quan trong tỉnh',
      searchExamples: 'khai sinh, mo quan an',
    },
    en: {
      one: 'Province',
      own: 'the province’s',
      anyCentre: 'any centre in the province',
      everyCentreReceives: 'Every centre of the province receives your dossier.',
      whereToFile: 'Centres near you',
      everyOffice: 'every office of the province',
      searchExamples: 'khai sinh, mo quan an',
    },
  },
  ministry: {
    vi: {
      one: 'Bộ',
      own: 'của Bộ',
      anyCentre: 'Bộ phận Một cửa của Bộ',
      everyCentreReceives: 'Bộ phận Một cửa nhận hồ sơ cho mọi cục, vụ của Bộ.',
      whereToFile: 'Nơi nhận hồ sơ',
      everyOffice: 'mọi cục, vụ thuộc Bộ',
      searchExamples: 'khoáng sản, thuoc thu y',
    },
    en: {
      one: 'Ministry',
      own: 'the ministry’s',
      anyCentre: 'the one-stop centre of the ministry',
      everyCentreReceives: 'The one-stop centre receives for every department of the ministry.',
      whereToFile: 'Where to file',
      everyOffice: 'every department of the ministry',
      searchExamples: 'khoáng sản, thuoc thu y',
    },
  },
};

export const placeWords = (kind: PlaceKind, locale: Locale): PlaceWords => words[kind][locale];
