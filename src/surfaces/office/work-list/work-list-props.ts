import type { DeadlineTagProps, TagProps } from '#design';
import type { Locale } from '#kernel/text';
import type { Html } from '#platform/html';
import type { ListQuery } from '../core/list-query.ts';
import type { WorkRow } from '../core/rows.ts';
import type { ListKey } from '../words/lists.ts';
import type { Say } from '../words/say.ts';

/** All that drawing a list of work needs. */
export interface WorkListView {
  readonly say: Say;
  readonly locale: Locale;
  readonly list: ListKey;
  readonly query: ListQuery;
  /** Carried into each dossier, so that it knows the order it was opened in. */
  readonly from: string;
  readonly rows: readonly {
    readonly row: WorkRow;
    readonly deadline: DeadlineTagProps;
    readonly marks: readonly TagProps[];
    readonly place: string;
  }[];
  /** Rows in the whole list; unknown when it is narrowed. */
  readonly total: number | undefined;
  readonly more: boolean;
  readonly units: readonly { readonly value: string; readonly text: string }[];
  readonly procedures: readonly { readonly value: string; readonly text: string }[];
  readonly filters: readonly {
    readonly id: string;
    readonly name: string;
    readonly filter: Readonly<Record<string, string>>;
  }[];
  /** "Take the next" found nothing free. */
  readonly nothingLeft: boolean;
  /** Code of the dossier come back from. */
  readonly current: string | undefined;
  readonly colleagues: readonly { readonly officer: string; readonly name: string; readonly title: string }[];
  readonly may: {
    readonly accept: boolean;
    readonly move: boolean;
    readonly take: boolean;
    /** Sign results as their leader; number and seal them as the clerk. */
    readonly approve: boolean;
    readonly issue: boolean;
  };
  readonly hidden: Html;
  readonly exportHref: string;
}
