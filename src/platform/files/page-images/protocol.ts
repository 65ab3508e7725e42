/** What the drawing child is asked and answers; pictures travel as base64 within one message. */
export interface DrawRequest {
  readonly id: number;
  /** Where stored content lies; '' when it comes along as `bytes`. */
  readonly path: string;
  /** Content that lies nowhere, as base64. */
  readonly bytes?: string;
  readonly kind: 'pdf' | 'png' | 'jpeg';
  /** From 1; 0 asks to judge: does the content act, is it locked, can its first page be drawn, how many are there? */
  readonly page: number;
  readonly width: number;
}
export type DrawAnswer =
  | { readonly id: number; readonly pages: number; readonly png?: string }
  | { readonly id: number; readonly fault: 'unreadable' | 'locked' | 'active-content' | 'no-such-page' };
