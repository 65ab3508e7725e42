import type { Outcome } from '#kernel/outcome';
import type { Instant } from '#kernel/time';

/** One e-mail, plain text. */
export interface Mail {
  /** Outward key: the same for every try, so that the other side can recognise a repetition. */
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly at: Instant;
}

/** `address-refused` is final; `unreachable` is worth another try. `details.answer` helps the administrator. */
export interface MailRefusal {
  readonly code: 'address-refused' | 'unreachable';
  readonly details?: { readonly answer: string };
}

/** The way out for e-mail. An answer comes within six seconds: the lease of a delivery is eight. */
export interface MailPort {
  send(mail: Mail): Promise<Outcome<{ readonly receipt: string }, MailRefusal>>;
}
