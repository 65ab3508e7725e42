import type { documentClaimNames } from '#platform/credentials';

export interface ClaimWords {
  readonly vi: string;
  readonly en: string;
}

/** What each part of a credential is called, on our pages and in wallets. */
export const claimWords: Readonly<Record<(typeof documentClaimNames)[number], ClaimWords>> = {
  issuing_authority: { vi: 'Nơi cấp', en: 'Issued by' },
  document_kind: { vi: 'Loại giấy tờ', en: 'Kind of paper' },
  document_number: { vi: 'Số', en: 'Number' },
  document_title: { vi: 'Tên giấy tờ', en: 'Title' },
  owner_name: { vi: 'Họ và tên', en: 'Name' },
  owner_personal_number: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  owner_birth_date: { vi: 'Ngày sinh', en: 'Date of birth' },
  issued_on: { vi: 'Ngày cấp', en: 'Issued on' },
  valid_until: { vi: 'Có giá trị đến', en: 'Valid until' },
  document_sha256: { vi: 'Mã băm của tệp', en: 'Hash of the file' },
};
