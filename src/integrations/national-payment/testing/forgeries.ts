import type { RawNotice } from '#ports/payments';
import { forgedForms } from './forged-forms.ts';
import { forgedSeals } from './forged-seals.ts';
import { forgedValues } from './forged-values.ts';
import { type About, rawOf } from './genuine.ts';

export { type About, genuineNotice } from './genuine.ts';

export interface Forgery {
  readonly name: string;
  readonly raw: RawNotice;
}

/**
 * Every way known to us to lie about a payment by a CONFIRM, made from the genuine one (ACCEPTANCE B4): without our seal, with
 * values that cannot be, or in another form. Each must be refused without any change of state.
 */
export function forgeriesOf(about: About): readonly Forgery[] {
  const asRaw = (texts: Record<string, string>) =>
    Object.entries(texts).map(([name, text]) => ({ name, raw: rawOf(about, text) }));
  return [
    ...asRaw(forgedSeals(about)),
    ...asRaw(forgedValues(about)),
    ...Object.entries(forgedForms(about)).map(([name, raw]) => ({ name, raw })),
  ];
}
