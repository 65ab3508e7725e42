import type { PdfFile } from '../file/pdf-file.ts';
import { isArray, isDict, isRef, nameAt } from '../syntax/values.ts';
import type { Change } from './explaining.ts';
import type { Signature } from './range.ts';

/**
 * What a certifying signature permits afterwards (ISO 32000-2, 12.8.2.2): 1 nothing but validation data and time
 * stamps, 2 and 3 signatures too. Nothing when it does not certify.
 */
export function certifiedWith(file: PdfFile, { field, dict, revision }: Signature): number | undefined {
  const index = revision.index;
  const certifying = file.dict(file.catalog(index).entries.get('Perms'), index)?.entries.get('DocMDP');
  if (!isRef(certifying) || certifying.number !== field.value.number) return undefined;
  const references = file.value(dict.entries.get('Reference'), index);
  for (const one of isArray(references) ? references : []) {
    const reference = file.dict(one, index);
    if (!reference || nameAt(reference, 'TransformMethod') !== 'DocMDP') continue;
    const parameters = file.value(reference.entries.get('TransformParams'), index);
    const permission = isDict(parameters) ? parameters.entries.get('P') : undefined;
    return typeof permission === 'number' ? permission : 2;
  }
  return 1;
}

export const mayFollow = (permission: number | undefined, { kind }: Change): boolean =>
  permission !== 1 || kind === 'validation-data' || kind === 'document-time-stamp';
