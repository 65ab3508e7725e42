/** What the drawing child is asked and answers; pictures travel as base64 within one message. */
export interface DrawRequest {
  readonly id: number;
  readonly path: string;
  readonly kind: 'pdf' | 'png' | 'jpeg';
  /** From 1; 0 asks for the number of pages only. */
  readonly page: number;
  readonly width: number;
}
export type DrawAnswer =
  | { readonly id: number; readonly pages: number; readonly png?: string }
  | { readonly id: number; readonly fault: 'unreadable' | 'locked' | 'no-such-page' };
