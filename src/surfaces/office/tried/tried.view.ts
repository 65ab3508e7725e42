import { triedRef } from '#capabilities/dossiers';
import type { Colleague } from '#capabilities/identity';
import type { LocalText } from '#kernel/text';
import { type Html, html } from '#platform/html';
import { actView } from '../acts/act.view.ts';
import { actForms } from '../acts/forms/index.ts';
import { dossierView, sides } from '../dossier/dossier.view.ts';
import { type Opened, openedOf, type ToOpen } from '../dossier/open.ts';
import { chosenPaper } from '../dossier/papers.view.ts';
import { sentenceFor } from '../sentences.ts';
import { officerActs, officerIntents } from '../words/acts.ts';

/** A dossier that stands in no table, as somebody at one of its desks has it open. */
export interface TriedAtDesk extends Omit<ToOpen, 'ref' | 'triedAt'> {
  readonly at: NonNullable<ToOpen['triedAt']>;
  /** Of the address: side of the dossier, and the paper beside it. */
  readonly side: string | undefined;
  readonly paper: string | undefined;
  readonly prints: readonly { readonly name: string; readonly title: LocalText }[];
  /** Whether sheets are drawn for papers, one for each. */
  readonly sheets: boolean;
}

/** The page of the dossier as the office shows it; its buttons lead to the pages of acts, and nothing on it is sent. */
export function triedDossier(tried: TriedAtDesk): Html | undefined {
  const opened = openedOf({ ...tried, ref: triedRef, triedAt: tried.at });
  if (!opened) return undefined;
  const chosen = chosenPaper(opened, tried.paper);
  return dossierView({
    opened,
    hidden: html``,
    side: sides.find((each) => each === tried.side) ?? 'ho-so',
    from: '',
    neighbours: undefined,
    paper: { chosen, pages: tried.sheets && chosen ? 1 : 0 },
    prints: tried.prints,
    purpose: '',
    others: [],
    registered: [],
    // The units of a run are stand-ins: their own places say nothing.
    elsewhere: opened.view.state.elsewhere === true,
    done: undefined,
    may: { message: false, note: false },
    uploads: { csrf: '', rule: { vi: '', en: '' }, maxBytes: 0 },
  });
}

/** The page of one act, by the last part of its address; undefined where the office has no such act. */
export function triedAct(
  tried: TriedAtDesk,
  slug: string,
): { readonly title: string; readonly main: Html } | undefined {
  const opened = openedOf({ ...tried, ref: triedRef, triedAt: tried.at });
  const intent = officerIntents.find((each) => officerActs[each].slug === slug);
  if (!opened || !intent) return undefined;
  const why = opened.whyNot[intent];
  return actView({
    form: actForms[intent],
    intent,
    opened,
    fields: { typed: {}, colleagues: colleaguesAt(opened) },
    from: '',
    hidden: html``,
    pages: tried.sheets ? 1 : 0,
    impossible:
      why && sentenceFor({ code: why }, opened.locale, { state: opened.view.state, step: opened.step }),
    error: undefined,
    meanwhile: undefined,
  });
}

/** Whom work could be given to: the one who looks. */
const colleaguesAt = ({ actor }: Opened): readonly Colleague[] => [
  { officer: actor.officer, name: actor.name, title: '', email: '', version: 1, posts: actor.posts },
];
