import type { OfficerIntent } from '../words/acts.ts';
import phrases from './phrases.json' with { type: 'json' };

/** Ready sentences for the reason of an act; data, so that a unit can have its own. */
export const reasonPhrases = (intent: OfficerIntent): readonly string[] =>
  (phrases.reasons as Readonly<Record<string, readonly string[]>>)[intent] ?? [];

/** Ready reasons why a paper is asked for again. */
export const paperPhrases: readonly string[] = phrases.papers;
