import type { Locale } from '#kernel/text';
import { idOfKey, keyOfPaper } from './own-problems.ts';
import { checkTemplate, type PaperTemplate } from './template.ts';

/** The papers that a version of a procedure brings along. */
export interface OwnPapers {
  /** In this language where the procedure has it, else in Vietnamese; undefined where the common paper serves. */
  find(id: string, language: Locale): PaperTemplate | undefined;
}

const opened = new WeakMap<object, OwnPapers>();

/**
 * Opens the templates of a published version, each read once. They were judged before they were published; one that cannot be
 * read all the same (of a later product) leaves its place to the common paper, so that no citizen goes without.
 */
export function openOwnPapers(templates: Readonly<Record<string, unknown>>): OwnPapers {
  const known = opened.get(templates);
  if (known) return known;
  const byKey = new Map<string, PaperTemplate>();
  for (const [key, candidate] of Object.entries(templates)) {
    const checked = checkTemplate(candidate);
    if (checked.ok && checked.value.id === idOfKey(key)) byKey.set(key, checked.value);
  }
  const own: OwnPapers = {
    find: (id, language) => byKey.get(keyOfPaper(id, language)) ?? byKey.get(id),
  };
  opened.set(templates, own);
  return own;
}
