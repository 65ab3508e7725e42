import { legalTime } from '#capabilities/dossiers';
import { attempt } from '#capabilities/forms';
import { receiptName } from '#capabilities/payments';
import { asDong, formatDong } from '#kernel/money';
import { instantAt } from '#kernel/time';
import { exemptionInWords } from '../exemption-words.ts';
import type { PaperPlaces, PaperSource } from './source.ts';
import { unitOf } from './source.ts';

const units = { working_day: 'ngày làm việc', day: 'ngày', hour: 'giờ làm việc', month: 'tháng' } as const;

/** "03 ngày làm việc": the legal time in the words of the forms. */
export function legalTimeInWords({ rules, state }: PaperSource): string {
  const found = attempt(() => legalTime(rules, state.channel));
  const time = found.ok ? found.value : undefined;
  if (!found.ok) return 'Chưa xác định';
  if (!time) return 'Không có trong danh mục quốc gia';
  if (time.sameDay) return 'Trong ngày làm việc; tiếp nhận sau 15 giờ thì trả ngày làm việc tiếp theo';
  return `${String(time.value).padStart(2, '0').replace('.', ',')} ${units[time.unit]}`;
}

/** "10.000 đồng, chưa nộp": what is asked, and whether it is settled. */
export function feesInWords({ state, charges }: PaperSource): string {
  const fees = state.fees.filter((fee) => !fee.voided);
  if (fees.length === 0) return 'Không thu';
  return fees
    .map((fee) => {
      const charge = charges.find((each) => each.fee === fee.id);
      const amount = `${fee.name} ${formatDong(charge?.amount ?? asDong(0))}`;
      if (fee.refunded) return `${amount}, đã hoàn lại`;
      if (fee.paid) {
        const number = charge?.receipt ? receiptName(charge.receipt) : fee.paid.receipt;
        return number ? `${amount}, đã nộp, biên lai số ${number}` : `${amount}, đã nộp`;
      }
      return fee.exempt
        ? `${amount}, được miễn (${exemptionInWords((vi) => vi, fee.exempt)})`
        : `${amount}, chưa nộp`;
    })
    .join('; ');
}

export function returnPlaceInWords({ state }: PaperSource, places: PaperPlaces): string {
  const unit = unitOf(places, state.receiver);
  const where = {
    counter: [unit.name, unit.address].filter(Boolean).join(', '),
    post: 'Gửi qua bưu chính tới địa chỉ Ông/Bà đã đăng ký',
    electronic: `Bản điện tử tại ${places.publicUrl}; bản giấy (nếu có) tại ${unit.name}`,
  };
  return where[state.delivery];
}

/** The promise as one moment: where only a day is promised, the end of its office hours (17:00). */
export function dueMomentOf(due: PaperSource['state']['due']): number | undefined {
  if (!due) return undefined;
  return due.minute ?? (due.date === null ? undefined : instantAt(due.date, 17 * 60));
}

export const stageInWords: Readonly<Record<PaperSource['state']['stage'], string>> = {
  submitted: 'Chờ tiếp nhận',
  accepted: 'Đã tiếp nhận',
  declined: 'Không tiếp nhận',
  'in-process': 'Đang giải quyết',
  supplement: 'Chờ bổ sung',
  financial: 'Chờ nộp phí, lệ phí',
  withdrawal: 'Chờ xét rút hồ sơ',
  paused: 'Tạm dừng',
  stopped: 'Đã dừng',
  finished: 'Đã có kết quả',
  returned: 'Đã trả kết quả',
};
