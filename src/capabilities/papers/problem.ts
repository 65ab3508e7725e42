import type { LocalText } from '#kernel/text';

/** One thing that is wrong with a paper of a procedure's own, said so that it can be mended. */
export interface PaperProblem {
  readonly code:
    | 'paper-unreadable'
    | 'paper-unasked'
    | 'paper-hole-unknown'
    | 'paper-hole-unread'
    | 'paper-list-as-text'
    | 'paper-form-unknown'
    | 'paper-faulty'
    | 'paper-language'
    | 'paper-too-long';
  /** `blocks.3` of the template, counted from 0; empty for the whole. */
  readonly at: string;
  readonly text: Required<LocalText>;
}
