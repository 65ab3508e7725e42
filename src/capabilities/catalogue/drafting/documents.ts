import type { DocumentRule } from '#capabilities/forms';
import { foldText } from '#kernel/text';
import type { NationalCase, NationalDocument, NationalProcedure } from '../procedure.ts';
import { noteInEnglish, paperInEnglish } from './papers-in-english.ts';
import { bare, caseName, oneLine, shortName } from './words.ts';

export interface DraftCase {
  readonly id: string;
  readonly name: string;
  /** Where the name was cut: all its words. */
  readonly whole?: string;
}
const authorises = /uy quyen/;
/** Says that a list begins and not for whom: nothing to choose. */
const heading =
  /^(?:(?:thanh phan )?ho so(?: (?:phai|can))?(?: (?:nop|xuat trinh|gui))?(?: (?:bao )?gom.*)?|(?:bao )?gom|giay to (?:phai|can).*|nguoi yeu cau .* xuat trinh.*|xuat trinh.*)$/;

/** Cases that somebody must choose between: not the papers common to all, not what only a representative brings, no mere heading. */
export function casesOf(record: NationalProcedure): ReadonlyMap<NationalCase, DraftCase> {
  const chosen = record.cases.filter(
    ({ common, name }) =>
      !common && name !== '' && !authorises.test(foldText(name)) && !heading.test(foldText(bare(name))),
  );
  if (chosen.length < 2) return new Map();
  return new Map(
    chosen.map((each, i) => {
      const whole = caseName(each.name);
      const name = shortName(whole);
      return [each, { id: `truong-hop-${i + 1}`, name, ...(name === whole ? {} : { whole }) }];
    }),
  );
}

const registers: readonly (readonly [RegExp, readonly string[]])[] = [
  [/ho chieu.*can cuoc|can cuoc.*ho chieu|giay to tuy than|can cuoc cong dan/, ['population']],
  [/noi cu tru|thong tin ve cu tru|cho o hop phap/, ['population', 'residence']],
  [/giay khai sinh|ket hon|khai tu|trich luc|tinh trang hon nhan/, ['civil-status']],
  [/giay chung nhan quyen su dung dat|quyen su dung dat/, ['land']],
];
/** The whole sentence stays beside the name it was cut to. */
const wording = (name: string): Pick<DocumentRule, 'hint'> =>
  shortName(name) === oneLine(name)
    ? {}
    : { hint: { vi: oneLine(name), en: 'The whole wording of the record is in Vietnamese.' } };
/** Declared on the screen itself: nobody hands it in. */
const eForm = /^mau .*dien tu tuong tac/;
const onPaper = /^(to khai|don |phieu de nghi|giay de nghi|ban dang ky|don,)/;

const represents = /^(ban sao )?(giay |van ban )?uy quyen/;

function named(vi: string, group: DocumentRule['group']): DocumentRule['name'] {
  const en = paperInEnglish(vi) ?? (group === 'note' ? noteInEnglish : undefined);
  return en === undefined ? { vi } : { vi, en };
}

function ruleOf(
  document: NationalDocument,
  id: string,
  caseId: string | undefined,
  forOthers: boolean,
): DocumentRule {
  const folded = foldText(bare(document.name));
  const held = document.group === 'note' ? undefined : registers.find(([shape]) => shape.test(folded))?.[1];
  const copied = document.originals > 20 || document.copies > 20;
  const group = eForm.test(folded) ? 'note' : document.group;
  // A note is read, not ticked off: it is never cut.
  const isNote = document.group === 'note';
  const name = isNote ? oneLine(document.name) : shortName(document.name);
  return {
    id,
    name: named(name, group),
    group,
    originals: Math.min(document.originals, 20),
    copies: Math.min(document.copies, 20),
    required: group !== 'note' && !document.conditional && document.countKnown && !copied,
    ...(isNote ? {} : wording(document.name)),
    ...(forOthers || represents.test(folded)
      ? { if: { fact: 'representing', is: 'other' } }
      : onPaper.test(folded)
        ? { if: { fact: 'channel', in: ['direct', 'post'] } }
        : {}),
    ...(caseId === undefined ? {} : { cases: [caseId] }),
    ...(held === undefined ? {} : { replaceableBy: held }),
  };
}

/** The papers with their groups, counts, cases and alternatives, in the order of the record. */
export function documentsOf(record: NationalProcedure): readonly DocumentRule[] {
  const cases = casesOf(record);
  return record.cases.flatMap((each, c) =>
    each.documents.flatMap((document, d) => {
      const id = `giay-${c + 1}-${d + 1}`;
      const rule = ruleOf(document, id, cases.get(each)?.id, authorises.test(foldText(each.name)));
      const { hint: _, ...plain } = rule;
      const others = document.alternatives.map(
        (other, i): DocumentRule => ({
          ...plain,
          id: `${id}-thay-${i + 1}`,
          name: named(shortName(other), rule.group),
          required: false,
          alternativeOf: id,
          ...wording(other),
        }),
      );
      return [rule, ...(rule.group === 'note' ? [] : others)];
    }),
  );
}
