/** The server's verdict on a page, given before it is sent. A courtesy: without it the server gives the same one. */
import { clearFaults, showFaults } from './faults.ts';

type Fields = Record<string, string | string[]>;
/** The verdict of the room of forms, which whoever bundles this hands over (`verdictOf`). */
type Verdict = (
  page: never,
  fits: never,
  fields: Fields,
  known: never,
) => readonly {
  readonly question: string;
  readonly field: string;
  readonly message: { readonly vi: string; readonly en?: string };
}[];

function fieldsOf(form: HTMLFormElement): Fields {
  const fields: Fields = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string') continue;
    const before = fields[name];
    fields[name] = before === undefined ? value : [before, value].flat();
  }
  return fields;
}

/** Judges the form of the page before it is sent, by its questions and the compiled schema of their answers. */
const judging =
  (verdictOf: Verdict) =>
  (page: never, fits: never): void => {
    const form = document.querySelector<HTMLFormElement>('form[data-known]');
    if (!form) return;
    const known = JSON.parse(form.dataset['known'] ?? '{}') as never;
    const judge = (event: SubmitEvent): void => {
      const button = event.submitter as HTMLButtonElement | null;
      // A named button leaves the page, or changes it, as it stands.
      if (event.target !== form || button?.name) return;
      const fields = fieldsOf(form);
      const shown = String(fields['_hien'] ?? '').split(' ');
      const faults = verdictOf(page, fits, fields, known).filter(({ question }) =>
        shown.includes(question.split('.')[0] ?? ''),
      );
      clearFaults(form);
      if (faults.length === 0) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const vi = document.documentElement.lang !== 'en';
      showFaults(
        form,
        faults.map(({ field, message }) => ({ field, text: vi ? message.vi : (message.en ?? message.vi) })),
      );
    };
    // Before every other listener: a form that is not sent must not be held as sent.
    document.addEventListener('submit', judge, true);
  };

/** Lets the script of a page say `mcCheck(page, fits)`. */
export const judgePages = (verdictOf: Verdict): void => {
  Object.assign(globalThis, { mcCheck: judging(verdictOf) });
};
