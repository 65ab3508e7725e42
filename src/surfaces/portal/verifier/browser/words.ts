/** Both languages, always together: whoever opens the file may not know where it comes from. */
export interface Words {
  readonly vi: string;
  readonly en: string;
}
export const say = (vi: string, en: string): Words => ({ vi, en });

export const claimWords: Readonly<Record<string, Words>> = {
  issuing_authority: say('Cơ quan cấp', 'Issuing authority'),
  document_kind: say('Loại kết quả', 'Kind'),
  document_number: say('Số', 'Number'),
  document_title: say('Tên giấy tờ', 'Title'),
  owner_name: say('Cấp cho', 'Issued to'),
  owner_personal_number: say('Số định danh của người được cấp', 'Personal number of the holder'),
  owner_birth_date: say('Ngày sinh của người được cấp', 'Date of birth of the holder'),
  issued_on: say('Ngày cấp', 'Date of issue'),
  valid_until: say('Có giá trị đến', 'Valid until'),
  document_sha256: say('Mã băm của tệp PDF (SHA-256)', 'SHA-256 of the PDF'),
};

/** What kinds of lines the log has. */
export const sourceWords: Readonly<Record<string, Words>> = {
  act: say('một việc trong hồ sơ', 'an act in a dossier'),
  reading: say('một lần xem dữ liệu', 'a reading of data'),
  journal: say('một việc quản trị', 'an administrative change'),
  procedure: say('một phiên bản thủ tục', 'a version of a procedure'),
  result: say('một kết quả đã cấp', 'an issued result'),
  'result-file': say('tệp của một kết quả đã ký', 'the file of a signed result'),
  'result-state': say('một thay đổi trạng thái của kết quả', 'a change of a result’s state'),
  money: say('một khoản tiền', 'a movement of money'),
  paper: say('một giấy tờ của hồ sơ đã trao', 'a paper of a dossier that was given out'),
};

/** Papers of a dossier, by their names. */
export const paperWords: Readonly<Record<string, Words>> = {
  'giay-tiep-nhan': say('Giấy tiếp nhận hồ sơ và hẹn trả kết quả', 'Receipt with the date of the result'),
};

/** `1284` → `1.284` */
export const numberWords = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, '.');
