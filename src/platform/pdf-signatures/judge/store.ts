import type { RevocationData } from '#platform/certificates';
import { odd } from '../fault.ts';
import type { PdfFile } from '../file/pdf-file.ts';
import { isArray, isRef } from '../syntax/values.ts';

/** Validation data that a file carries (EN 319 142-1, 5.4.2): all in DER, none of it trusted. */
export interface Store {
  readonly certificates: readonly Uint8Array[];
  readonly revocations: readonly RevocationData[];
}

const most = 256;

export function storeOf(file: PdfFile): Store {
  const index = file.last.index;
  const store = file.dict(file.catalog(index).entries.get('DSS'), index);
  const streams = (key: string): Uint8Array[] => {
    const list = file.value(store?.entries.get(key), index);
    if (list === null) return [];
    if (!isArray(list) || list.length > most || !list.every(isRef)) odd('odd validation data');
    return list.map((one) => file.data(one, index));
  };
  return {
    certificates: streams('Certs'),
    revocations: [
      ...streams('OCSPs').map((der) => ({ kind: 'ocsp' as const, der })),
      ...streams('CRLs').map((der) => ({ kind: 'crl' as const, der })),
    ],
  };
}
