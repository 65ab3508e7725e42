import type { documentClaimNames } from '#platform/credentials';

export interface ClaimWords {
  readonly vi: string;
  readonly en: string;
}

/**
 * What each part of a credential is called, on our pages and in wallets. A birth certificate is issued to a parent: whom it was
 * issued to is not always whom it is about.
 */
export const claimWords: Readonly<Record<(typeof documentClaimNames)[number], ClaimWords>> = {
  issuing_authority: { vi: 'Nơi cấp', en: 'Issued by' },
  document_kind: { vi: 'Loại giấy tờ', en: 'Kind of paper' },
  document_number: { vi: 'Số', en: 'Number' },
  document_title: { vi: 'Tên giấy tờ', en: 'Title' },
  owner_name: { vi: 'Người được cấp', en: 'Issued to' },
  owner_personal_number: { vi: 'Số định danh của người được cấp', en: 'Personal number of that person' },
  owner_birth_date: { vi: 'Ngày sinh của người được cấp', en: 'Date of birth of that person' },
  issued_on: { vi: 'Ngày cấp', en: 'Issued on' },
  valid_until: { vi: 'Có giá trị đến', en: 'Valid until' },
  document_sha256: { vi: 'Mã băm của tệp', en: 'Hash of the file' },
};
