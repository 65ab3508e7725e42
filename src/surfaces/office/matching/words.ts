import type {
  Difference,
  DifferenceKind,
  DifferenceStep,
  KindGroup,
  MoneyFile,
} from '#capabilities/payments';
import type { Tone } from '#design';
import type { LocalText } from '#kernel/text';

interface KindWords {
  readonly name: LocalText;
  /** What it means and what to do about it. */
  readonly todo: LocalText;
}
const kind = (vi: string, en: string, todo: string, todoEn: string): KindWords => ({
  name: { vi, en },
  todo: { vi: todo, en: todoEn },
});

export const kindWords: Readonly<Record<DifferenceKind, KindWords>> = {
  'unknown-reference': kind(
    'Mã tham chiếu lạ',
    'Unknown reference',
    'Cổng đã thu cho một mã mà sổ không có. Hãy hỏi cổng xem tiền của ai.',
    'The gateway collected for a reference that the books do not know. Ask whose money it is.',
  ),
  'foreign-merchant': kind(
    'Của đơn vị khác',
    'Another merchant',
    'Dòng này mang mã đối tác của nơi khác. Hãy báo cổng sửa tệp.',
    'The line has the number of another merchant. Ask the gateway to mend its file.',
  ),
  'line-twice': kind(
    'Dòng lặp trong tệp',
    'Line stands twice',
    'Một giao dịch có hai dòng trong tệp. Hãy hỏi cổng đã thu mấy lần.',
    'One transaction stands twice. Ask the gateway how often it was taken.',
  ),
  'taken-twice': kind(
    'Cổng thu hai lần',
    'Taken twice',
    'Người nộp bị trừ tiền hơn một lần. Hãy hỏi lại cổng, rồi hoàn phần thừa.',
    'The payer was charged more than once. Ask the gateway again and give the rest back.',
  ),
  'returned-there': kind(
    'Cổng đã trả lại tiền',
    'Returned at the gateway',
    'Cổng đã hoàn hoặc tra soát, sổ vẫn ghi đã thu. Hãy hỏi lại cổng để sổ theo đúng.',
    'The gateway gave it back while the books have it as paid. Ask again; the books follow.',
  ),
  'returned-here': kind(
    'Sổ đã ghi hoàn',
    'Returned in the books',
    'Sổ ghi đã hoàn nhưng cổng chưa trả. Hãy giục cổng trả cho người nộp.',
    'The books have it as returned, the gateway has not paid. Press the gateway to do so.',
  ),
  'only-here': kind(
    'Chỉ có trong sổ',
    'Only in the books',
    'Sổ ghi đã thu mà tệp không có. Hãy hỏi lại cổng; chưa chuyển tiền khoản này.',
    'Booked here and not in the file. Ask the gateway again; do not pass this money on yet.',
  ),
  'only-there': kind(
    'Chỉ có ở cổng',
    'Only at the gateway',
    'Cổng đã thu mà sổ chưa ghi. Hãy hỏi lại cổng để sổ ghi nhận.',
    'The gateway took it and the books do not have it. Ask again so that it is booked.',
  ),
  amount: kind(
    'Lệch số tiền',
    'Amounts differ',
    'Hai bên ghi số tiền khác nhau. Hãy hỏi lại cổng và đối chiếu chứng từ.',
    'The two sides have different amounts. Ask again and compare the papers.',
  ),
  'session-sum': kind(
    'Lệch tổng lần nộp',
    'Sum of a payment differs',
    'Số đã ghi khác số đã yêu cầu. Hãy xem các bút toán của lần nộp này.',
    'What was booked is not what was asked. Look at the entries of this payment.',
  ),
  'charge-sum': kind(
    'Khoản thu lệch sổ',
    'Charge and books differ',
    'Trạng thái khoản thu không khớp bút toán. Hãy báo bộ phận kỹ thuật kèm mã này.',
    'The state of the charge does not agree with its entries. Tell the technical desk.',
  ),
  'receipt-missing': kind(
    'Thiếu biên lai',
    'Receipt missing',
    'Đã thu mà chưa có biên lai còn giá trị. Hãy lập biên lai cho người nộp.',
    'Paid without a valid receipt. Issue one to the payer.',
  ),
  'not-told': kind(
    'Hồ sơ chưa biết',
    'Dossier not told',
    'Sổ đã ghi mà hồ sơ chưa biết. Hãy báo lại cho hồ sơ.',
    'The books have it and the dossier does not. Tell the dossier again.',
  ),
  'told-only': kind(
    'Chỉ hồ sơ ghi đã nộp',
    'Only the dossier says so',
    'Hồ sơ ghi khác sổ. Hãy kiểm tra chứng từ trước khi giải quyết tiếp.',
    'The dossier says something else than the books. Check the papers first.',
  ),
  'session-open': kind(
    'Chưa rõ kết quả',
    'Outcome unknown',
    'Lần nộp này quá một giờ chưa có kết quả. Hãy hỏi lại cổng.',
    'No outcome for more than an hour. Ask the gateway again.',
  ),
  'session-odd': kind(
    'Tiền không khớp lần nộp',
    'Money that does not fit',
    'Cổng thu số khác số yêu cầu. Hãy hỏi cổng, rồi hoàn hoặc thu thêm.',
    'The gateway took another amount than was asked. Ask, then return or collect the rest.',
  ),
  surplus: kind(
    'Tiền thừa chưa trả',
    'Surplus not given back',
    'Tiền đã vào mà không khoản nào cần. Hãy lập lệnh hoàn ở Sổ thu phí.',
    'Money came that nothing asks for. Give it back in the books of fees.',
  ),
  'event-failed': kind(
    'Tin chưa đến hồ sơ',
    'A fact that was not told',
    'Hệ thống đã thử nhiều lần không báo được. Hãy báo quản trị kỹ thuật.',
    'No try could tell it to the dossier. Tell the technical administrator.',
  ),
  'file-missing': kind(
    'Chưa có tệp của cổng',
    'No file of the gateway',
    'Hôm đó có giao dịch mà chưa có tệp đối soát. Hãy tải tệp từ cổng và đưa vào.',
    'Money moved on that day. Fetch the file from the gateway and hand it in.',
  ),
  'transfer-no-code': kind(
    'Chuyển khoản không có mã',
    'Transfer without a code',
    'Nội dung không có mã nộp. Hãy gán cho hồ sơ, hoặc hoàn lại.',
    'Its words hold no payment code. Give it to a dossier, or return it.',
  ),
  'transfer-unknown-code': kind(
    'Chuyển khoản mã lạ',
    'Transfer with an unknown code',
    'Mã trong nội dung không có trong sổ. Hãy gán cho hồ sơ, hoặc hoàn lại.',
    'The code is not in the books. Give it to a dossier, or return it.',
  ),
  'transfer-nothing-owed': kind(
    'Chuyển khoản khi không còn nợ',
    'Transfer for nothing owed',
    'Hồ sơ đã nộp đủ. Hãy hoàn lại cho người chuyển.',
    'All is settled there. Return it to whoever sent it.',
  ),
  'transfer-amount': kind(
    'Chuyển khoản sai số tiền',
    'Transfer of another amount',
    'Số tiền không bằng khoản nào. Hãy gán phần đúng, phần còn lại hoàn.',
    'It equals no charge. Give what fits to the bill, and return the rest.',
  ),
  'transfer-under-way': kind(
    'Chuyển khoản khi đang nộp nơi khác',
    'Transfer while paid elsewhere',
    'Khoản này đang nộp qua cổng. Đợi có kết quả, rồi gán hoặc hoàn.',
    'A gateway has it in hand. Wait for its end, then assign or return.',
  ),
  'transfer-other-account': kind(
    'Chuyển nhầm tài khoản',
    'Transfer to another account',
    'Khoản thu này về tài khoản khác. Hãy hoàn lại cho người chuyển.',
    'The charge belongs to another account. Return the money.',
  ),
  'out-unknown-code': kind(
    'Tiền ra có mã hoàn lạ',
    'Paid out with an unknown code',
    'Mã hoàn trong nội dung không có trong sổ, hoặc có nhiều mã. Hãy gắn với đúng khoản hoàn.',
    'The refund code is not in the books, or several stand there. Tie it to the right refund.',
  ),
  'out-amount': kind(
    'Chi hoàn sai số tiền',
    'Refund paid with another amount',
    'Số tiền ra khác số phải hoàn. Hãy kiểm tra lệnh chi, rồi gắn đúng khoản hoặc thu lại.',
    'What left is not what was to be given back. Check the order; tie it rightly or fetch it back.',
  ),
  'out-not-approved': kind(
    'Chi hoàn khi chưa duyệt',
    'Refund paid before approval',
    'Tiền đã ra mà khoản hoàn chưa được duyệt. Hãy trình duyệt, rồi gắn lại ở đây.',
    'The money left and the refund is not approved. Have it decided, then tie it here.',
  ),
  'out-overtaken': kind(
    'Chi hoàn khi không còn phải hoàn',
    'Paid for a refund that had ended',
    'Khoản hoàn đã bị từ chối, đã thôi, hoặc cổng đã hoàn. Hãy thu lại tiền.',
    'It was refused or dropped, or the gateway has given it back. Fetch the money back.',
  ),
  'out-elsewhere': kind(
    'Chi hoàn lần nữa từ tài khoản',
    'Refund paid from elsewhere already',
    'Sổ ghi đã chi bằng tiền mặt, qua cổng hoặc từ tài khoản khác. Hãy kiểm tra có chi hai lần không.',
    'The books have it as paid in cash, by a gateway or from another account. Was it paid twice?',
  ),
  'out-twice': kind(
    'Chi hoàn hai lần',
    'Refund paid twice',
    'Một dòng sao kê khác đã trả khoản hoàn này. Hãy thu lại tiền, hoặc gắn với khoản hoàn khác.',
    'Another line has paid this refund. Fetch the money back, or tie it to another refund.',
  ),
};

export const groupNames: Readonly<Record<KindGroup, LocalText>> = {
  gateway: { vi: 'Cổng và sổ', en: 'Gateway and books' },
  charge: { vi: 'Khoản thu, biên lai', en: 'Charges, receipts' },
  dossier: { vi: 'Hồ sơ và sổ', en: 'Dossiers and books' },
  unresolved: { vi: 'Chưa xong', en: 'Without an end' },
  file: { vi: 'Thiếu tệp', en: 'Files missing' },
  transfer: { vi: 'Chuyển khoản', en: 'Transfers' },
  outgoing: { vi: 'Tiền ra', en: 'Paid out' },
};
export const groupSlugs: Readonly<Record<KindGroup, string>> = {
  gateway: 'cong',
  charge: 'khoan-thu',
  dossier: 'ho-so',
  unresolved: 'chua-xong',
  file: 'thieu-tep',
  transfer: 'chuyen-khoan',
  outgoing: 'tien-ra',
};

export const stateWords: Readonly<Record<Difference['state'], LocalText & { readonly tone: Tone }>> = {
  open: { vi: 'Chưa ai nhận', en: 'Nobody has it', tone: 'amber' },
  'in-hand': { vi: 'Đang xử lý', en: 'In hand', tone: 'blue' },
  closed: { vi: 'Đã đóng', en: 'Closed', tone: 'jade' },
};
export const stepWords: Readonly<Record<DifferenceStep['kind'], LocalText>> = {
  found: { vi: 'Phát hiện', en: 'Found' },
  again: { vi: 'Lại thấy', en: 'There again' },
  gone: { vi: 'Tự hết khi so lại', en: 'Gone when compared again' },
  taken: { vi: 'Nhận xử lý', en: 'Taken in hand' },
  explained: { vi: 'Giải trình', en: 'Explained' },
  asked: { vi: 'Hỏi lại cổng', en: 'Gateway asked again' },
  told: { vi: 'Báo lại cho hồ sơ', en: 'Dossier told again' },
  marked: { vi: 'Đánh dấu', en: 'Marked' },
  assigned: { vi: 'Gán cho hồ sơ', en: 'Given to a dossier' },
  tied: { vi: 'Gắn với khoản hoàn', en: 'Tied to a refund' },
  returned: { vi: 'Đã hoàn tiền', en: 'Given back' },
  closed: { vi: 'Đóng', en: 'Closed' },
};
export const markWords: Readonly<Record<'refund' | 'surplus', LocalText>> = {
  refund: { vi: 'Phải hoàn', en: 'To be returned' },
  surplus: { vi: 'Tiền thừa', en: 'Surplus' },
};
export const fileStates: Readonly<Record<MoneyFile['state'], LocalText & { readonly tone: Tone }>> = {
  waiting: { vi: 'Chờ đọc', en: 'Waits', tone: 'amber' },
  reading: { vi: 'Đang đọc', en: 'Being read', tone: 'blue' },
  read: { vi: 'Đã đọc', en: 'Read', tone: 'jade' },
  refused: { vi: 'Không đọc được', en: 'Refused', tone: 'red' },
  replaced: { vi: 'Đã thay bằng tệp mới', en: 'Replaced', tone: 'grey' },
};
export const lineKinds: Readonly<Record<'payment' | 'refund' | 'charge-back', LocalText>> = {
  payment: { vi: 'Thanh toán', en: 'Payment' },
  refund: { vi: 'Hoàn tiền', en: 'Refund' },
  'charge-back': { vi: 'Tra soát', en: 'Charge-back' },
};
