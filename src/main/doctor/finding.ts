/** One line of the doctor: in order, or not and what to do about it. */
export interface Finding {
  readonly ok: boolean;
  readonly what: string;
}
export const ok = (what: string): Finding => ({ ok: true, what });
export const missing = (what: string): Finding => ({ ok: false, what });
