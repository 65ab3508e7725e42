import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';
import { guarded, XmlFault } from '../fault.ts';
import { canonical } from '../text/canonical.ts';
import { envelopeOf } from '../text/envelope.ts';
import { lettersOf, readXml } from '../text/read.ts';
import { attributeOf } from '../text/tree.ts';
import { type Authorship, judgeOne } from './judge-one.ts';
import type { XmlQuestion } from './question.ts';
import { readSignature } from './read-signature.ts';

export interface JudgedSignature extends Authorship {
  readonly id: string;
  /** What was really signed, the content in its canonical form: whoever trusts the signature reads this and nothing else. */
  readonly covers: Uint8Array;
}
export interface RefusedSignature {
  readonly id: string;
  readonly refusal: Refusal;
}
export interface JudgedXml {
  /** There is a signature, and none is refused. */
  readonly valid: boolean;
  readonly contentId: string;
  readonly signatures: readonly JudgedSignature[];
  readonly refused: readonly RefusedSignature[];
}

/**
 * Every signature of a wrapped text with its signer, its moment, its level and what it covers. A text that can be read
 * in two ways is refused as a whole (`xml-…`); a signature that does not hold is named with its refusal
 * (`signature-…`, `stamp-…`, `certificate-…`). Signatures stand beside each other: none says that another is there.
 */
export const judgeXml = (bytes: Uint8Array, question: XmlQuestion): Promise<Outcome<JudgedXml>> =>
  guarded(() => {
    const { content, contentId, signatures } = envelopeOf(readXml(lettersOf(bytes)));
    const covers = signatures.length > 0 ? Buffer.from(canonical(content)) : Buffer.alloc(0);
    const judged: JudgedSignature[] = [];
    const failed: RefusedSignature[] = [];
    for (const element of signatures) {
      const one = outcome(() => judgeOne(readSignature(element, contentId), covers, question));
      const id = attributeOf(element, 'Id') ?? '';
      if (one.ok) judged.push({ ...one.value, id, covers });
      else failed.push({ id, refusal: one.refusal });
    }
    const valid = judged.length > 0 && failed.length === 0;
    return Promise.resolve(done({ valid, contentId, signatures: judged, refused: failed }));
  });

function outcome(work: () => Outcome<Authorship>): Outcome<Authorship> {
  try {
    return work();
  } catch (error) {
    if (error instanceof XmlFault) return refused(error.refusal);
    throw error;
  }
}
