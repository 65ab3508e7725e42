import { say, type Words } from './words.ts';

const broken = say(
  'Nội dung hoặc chữ ký đã bị thay đổi, hoặc giấy này không phải do nơi cấp ký.',
  'Its content or its signature was changed, or the issuer never signed it.',
);
const tooMuch = say(
  'Tệp PDF quá lớn hoặc quá nhiều phần để kiểm tra ở đây.',
  'The PDF is too large or has too many parts to be checked here.',
);
const outside = say(
  'Người ký không có chứng thư do gốc tin cậy của tỉnh cấp.',
  'Whoever signed it has no certificate under the province’s root of trust.',
);
const unreadableLog = say(
  'Bằng chứng không viết đúng chuẩn nên không đọc được.',
  'The proof is not written as proofs are.',
);

/** Why something is not believed, by the code of the refusal. */
export const refusals: Readonly<Record<string, Words>> = {
  'credential-odd': say(
    'Tệp này không đọc được như một giấy tờ điện tử đúng chuẩn.',
    'The file cannot be read as a credential.',
  ),
  'credential-forged': broken,
  'credential-other-type': say(
    'Đây là loại giấy khác, trang này không kiểm tra được.',
    'It is of a kind that is not checked here.',
  ),
  'credential-not-yet': say('Giấy này chưa đến ngày có hiệu lực.', 'It is not valid yet.'),
  'credential-expired': say('Giấy này đã hết hạn.', 'It has expired.'),
  'credential-revoked': say('Nơi cấp đã thu hồi giấy này.', 'The issuer has revoked it.'),
  'credential-suspended': say(
    'Nơi cấp đang tạm ngừng hiệu lực của giấy này.',
    'The issuer has suspended it.',
  ),
  'disclosure-odd': say(
    'Phần thông tin kèm theo không khớp với phần nơi cấp đã ký.',
    'What is told does not fit what the issuer signed.',
  ),
  'holder-missing': say(
    'Tệp này không phải bản xuất trình cho người kiểm tra. Hãy yêu cầu người giữ xuất trình lại.',
    'The holder has not presented it to anybody. Ask for a presentation.',
  ),
  'holder-wrong': say(
    'Người xuất trình không chứng tỏ được giấy là của mình.',
    'Whoever presents it could not show that it is theirs.',
  ),
  'holder-elsewhere': say(
    'Bản này đã được xuất trình cho người khác hoặc cho lần hỏi khác.',
    'It was presented to somebody else, or at another time.',
  ),
  'issuer-untrusted': outside,
  'certificate-untrusted': outside,
  'certificate-odd': say(
    'Chứng thư của người ký không đọc được.',
    'The signer’s certificate cannot be read.',
  ),
  'certificate-expired': say(
    'Chứng thư của người ký đã hết hạn. Hãy xin bản mới ở nơi cấp.',
    'The signer’s certificate has expired. A fresh copy is needed.',
  ),
  'certificate-not-yet': say(
    'Chứng thư của người ký chưa có hiệu lực.',
    'The signer’s certificate is not valid yet.',
  ),
  'certificate-revoked': say(
    'Chứng thư của người ký đã bị thu hồi.',
    'The signer’s certificate was revoked.',
  ),
  'certificate-usage': say(
    'Chứng thư của người ký không dùng để ký giấy tờ.',
    'The signer’s certificate is not made for documents.',
  ),
  'status-odd': say('Danh sách trạng thái kèm theo không đọc được.', 'The status list cannot be read.'),
  'status-forged': say('Danh sách trạng thái kèm theo đã bị thay đổi.', 'The status list was changed.'),
  'proof-odd': unreadableLog,
  'note-odd': unreadableLog,
  'checkpoint-odd': unreadableLog,
  'note-forged': say('Chữ ký của nhật ký là giả.', 'The signature of the log is forged.'),
  'note-unsigned': say(
    'Bằng chứng không do nhật ký của tỉnh ký.',
    'The province’s log has not signed the proof.',
  ),
  'checkpoint-elsewhere': say('Bằng chứng này thuộc một nhật ký khác.', 'The proof is of another log.'),
  'witnesses-missing': say(
    'Chưa đủ người làm chứng đã thấy bản nhật ký này. Đừng tin, dù chữ ký của tỉnh là thật.',
    'Too few witnesses have seen this state of the log. Do not believe it, even if the province’s signature is real.',
  ),
  'not-in-log': say(
    'Nội dung này không có trong nhật ký: đã bị sửa, hoặc chưa từng có.',
    'What it says does not stand in the log: it was changed, or never there.',
  ),
  'key-retired': say(
    'Bằng chứng do một khóa nhật ký đã ngừng dùng ký.',
    'A key of the log that signs no more has signed the proof.',
  ),
  'proof-of-another': say(
    'Bằng chứng ở cuối tệp không phải của tệp này: nội dung đã bị thay đổi, hoặc bằng chứng được dán từ tệp khác.',
    'The proof at the end is not of this file: it was changed, or the proof was pasted from another.',
  ),
  'keys-odd': say(
    'Tệp JSON này không phải bằng chứng, cũng không phải tệp khóa.',
    'The JSON is neither a proof nor a file of keys.',
  ),
  'keys-strange': say(
    'Khóa trong tệp này không do khóa cũ ký nối tiếp. Hãy hỏi lại tỉnh qua điện thoại hoặc công văn trước khi tin.',
    'The old key has not signed the keys in this file. Ask the province by phone or letter before you believe them.',
  ),
  'pdf-too-large': tooMuch,
  'pdf-too-many-revisions': tooMuch,
  'pdf-too-many-signatures': tooMuch,
  'pdf-encrypted': say(
    'Tệp PDF có mật khẩu nên không kiểm tra được.',
    'The PDF has a password and cannot be checked.',
  ),
  'signature-moment': say(
    'Thời điểm ký ghi trong tệp không thể đúng.',
    'The moment of signing that it names cannot be true.',
  ),
  'paper-bare': say(
    'Tệp PDF này không có chữ ký số, cũng không mang theo bằng chứng. Hãy dùng đúng tệp tải từ hệ thống, không phải bản in ra hay lưu lại.',
    'The PDF has neither a signature nor a proof. Use the file as it was downloaded, not one that was printed or saved again.',
  ),
  'file-unknown': say(
    'Trang này không biết loại tệp này. Hãy chọn giấy tờ điện tử (.sd-jwt), bằng chứng (.json) hoặc tệp PDF.',
    'This page does not know files of this kind. Choose a credential, a proof or a PDF.',
  ),
  'file-large': say('Tệp quá lớn (hơn 32 MB).', 'The file is too large (more than 32 MB).'),
};

/** Families of codes that say the same to whoever holds the file. */
const families: readonly (readonly [begin: string, words: Words])[] = [
  ['changed-', say('Tệp đã bị sửa sau khi ký.', 'The file was changed after it was signed.')],
  [
    'stamp-',
    say('Dấu thời gian của chữ ký không tin được.', 'The time stamp of the signature is not to be believed.'),
  ],
  [
    'pdf-',
    say(
      'Tệp PDF hỏng, có phần thừa, hoặc đọc được theo hai cách.',
      'The PDF is broken, has something added, or can be read in two ways.',
    ),
  ],
];
export const refusalOf = (code: string): Words =>
  refusals[code] ?? families.find(([begin]) => code.startsWith(begin))?.[1] ?? broken;
