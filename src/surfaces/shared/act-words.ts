import type { Act, ActKind, Costs } from '#capabilities/dossiers';
import { asDong, formatDong } from '#kernel/money';
import { formatDate, formatDateTime, type Instant, isPlainDate } from '#kernel/time';
import { exemptionInWords } from './exemption-words.ts';

type Say = (vi: string, en: string) => string;

/** What the sentences of a history look up. */
export interface ActNames {
  readonly say: Say;
  readonly unit: (id: string) => string;
  readonly step: (id: string) => string;
  readonly costs: Costs;
}
type ActOf<K extends ActKind> = Extract<Act, { kind: K }>;
type Line = readonly [title: string, text?: string];

const dong = (amount: number): string => formatDong(asDong(amount));
const day = (date: string | null): string => (date !== null && isPlainDate(date) ? formatDate(date) : '');
const dueText = (due: { date: string | null; minute: Instant | null } | null): string =>
  due?.minute != null ? formatDateTime(due.minute) : day(due?.date ?? null);

/** One line of the history for every kind of act, complete because the compiler asks for each. */
const lines: { readonly [K in ActKind]: (act: ActOf<K>, names: ActNames) => Line } = {
  submitted: ({ payload }, { say, unit }) => [
    say('Nộp hồ sơ', 'Filed'),
    say(`Nơi nhận: ${unit(payload.receiver)}`, `Received by ${unit(payload.receiver)}`),
  ],
  accepted: ({ payload }, { say }) => [
    say('Tiếp nhận', 'Accepted'),
    dueText(payload.due) === ''
      ? say('Không hẹn ngày trả', 'No date promised')
      : say(`Hẹn trả ${dueText(payload.due)}`, `Promised for ${dueText(payload.due)}`),
  ],
  declined: ({ payload }, { say }) => [say('Từ chối tiếp nhận', 'Declined'), payload.reason],
  'supplement-requested': ({ payload }, { say }) => [
    say('Yêu cầu bổ sung', 'Asked for papers'),
    [
      ...payload.papers.map((paper) => `${paper.title}: ${paper.reason}`),
      payload.reason,
      say(`Hạn bổ sung ${day(payload.until)}`, `Until ${day(payload.until)}`),
    ].join('\n'),
  ],
  'supplement-sent': ({ payload }, { say }) => [
    say(`Người nộp gửi bổ sung ${payload.documents.length} tệp`, `${payload.documents.length} files sent`),
    payload.note,
  ],
  'supplement-confirmed': ({ payload }, { say }) => [
    say('Xác nhận đã đủ giấy tờ', 'Papers confirmed'),
    payload.due ? say(`Hẹn trả ${dueText(payload.due)}`, `Promised for ${dueText(payload.due)}`) : '',
  ],
  'supplement-expired': ({ payload }, { say }) => [
    say('Hết hạn bổ sung', 'Time for the papers ended'),
    day(payload.until),
  ],
  'fee-requested': ({ payload }, { say, costs }) => [
    say('Yêu cầu nộp phí', 'Fee asked for'),
    [...payload.fees.map((fee) => `${fee.name}: ${dong(costs([fee.id]))}`), payload.reason].join('\n'),
  ],
  'fee-paid': ({ payload }, { say, costs }) => [
    say(`Đã thu ${dong(costs(payload.fees))}`, `Took ${dong(costs(payload.fees))}`),
    payload.receipt && say(`Biên lai ${payload.receipt}`, `Receipt ${payload.receipt}`),
  ],
  'fee-refunded': ({ payload }, { say, costs }) => [
    say(`Đã hoàn ${dong(costs(payload.fees))}`, `Gave back ${dong(costs(payload.fees))}`),
    payload.ground,
  ],
  'fee-reopened': ({ payload }, { say, costs }) => [
    say(
      `Khoản thu ${dong(costs(payload.fees))} không còn hiệu lực`,
      `The payment of ${dong(costs(payload.fees))} does not hold`,
    ),
    payload.reason,
  ],
  'fee-voided': ({ payload }, { say, costs }) => [
    say(
      `Hủy yêu cầu nộp ${dong(costs(payload.fees))}`,
      `The request for ${dong(costs(payload.fees))} is taken back`,
    ),
    payload.reason,
  ],
  'fee-exempted': ({ payload }, { say }) => [
    say('Miễn phí', 'Exempted from the fee'),
    exemptionInWords(say, payload),
  ],
  'clock-resumed': ({ payload }, { say }) => [
    say('Đồng hồ chạy tiếp', 'The clock runs again'),
    say(`Hẹn trả ${dueText(payload.due)}`, `Promised for ${dueText(payload.due)}`),
  ],
  'handed-over': ({ payload }, { say, unit }) => [
    say(`Chuyển tới ${unit(payload.to)}`, `Handed to ${unit(payload.to)}`),
    say(`Từ ${unit(payload.from)}`, `From ${unit(payload.from)}`),
  ],
  'taken-over': ({ payload }, { say, unit }) => [
    say(`${unit(payload.unit)} nhận bàn giao`, `${unit(payload.unit)} took over`),
  ],
  assigned: ({ payload }, { say }) => [say(`Giao cho ${payload.name}`, `Assigned to ${payload.name}`)],
  'step-finished': ({ payload }, { say, step, unit }) => [
    payload.plan
      ? say(`Xong “${step(payload.step)}”`, `Done: “${step(payload.step)}”`)
      : say(
          `Xong “${step(payload.step)}”, chuyển “${step(payload.next)}”`,
          `Passed on to “${step(payload.next)}”`,
        ),
    [payload.note, asked(payload.plan, { say, unit })].filter(Boolean).join('\n'),
  ],
  'step-returned': ({ payload }, { say, step }) => [
    say(`Trả lại bước “${step(payload.to)}”`, `Returned to “${step(payload.to)}”`),
    payload.reason,
  ],
  'pulled-back': ({ payload }, { say, step }) => [
    say(`Thu hồi về bước “${step(payload.to)}”`, `Pulled back to “${step(payload.to)}”`),
    payload.reason,
  ],
  'opinion-asked': ({ payload }, { say, unit }) => [
    say(`Xin ý kiến ${unit(payload.unit)}`, `Asked ${unit(payload.unit)}`),
    `${payload.question}\n${say('Hạn', 'Due')} ${formatDateTime(payload.due)}`,
  ],
  'opinion-given': ({ payload }, { say }) => [
    payload.agrees
      ? say('Cho ý kiến: đồng ý', 'Opinion: agrees')
      : say('Cho ý kiến: không đồng ý', 'Opinion: disagrees'),
    payload.text,
  ],
  paused: ({ payload }, { say }) => [say('Tạm dừng', 'Paused'), payload.reason],
  resumed: ({ payload }, { say }) => [
    say('Tiếp tục xử lý', 'Resumed'),
    payload.due ? say(`Hẹn trả ${dueText(payload.due)}`, `Promised for ${dueText(payload.due)}`) : '',
  ],
  'withdrawal-requested': ({ payload }, { say }) => [
    say('Xin rút hồ sơ', 'Withdrawal asked for'),
    payload.reason,
  ],
  'withdrawal-taken-back': (_, { say }) => [
    say('Người nộp không rút nữa', 'The wish to withdraw was taken back'),
  ],
  'withdrawal-refused': ({ payload }, { say }) => [
    say('Không đồng ý cho rút', 'Withdrawal refused'),
    payload.reason,
  ],
  stopped: ({ payload }, { say }) => [say('Dừng giải quyết', 'Stopped'), payload.reason],
  apologised: ({ payload }, { say }) => [
    say(`Xin lỗi, hẹn lại ${dueText(payload.due)}`, `Apologised, new date ${dueText(payload.due)}`),
    payload.reason,
  ],
  'result-drafted': ({ payload }, { say }) => [
    payload.outcome === 'granted'
      ? say('Dự thảo kết quả', 'Result drafted')
      : say('Dự thảo từ chối', 'Refusal drafted'),
    payload.title,
  ],
  'draft-shown': ({ payload }, { say }) => [
    say('Gửi dự thảo cho người nộp xem', 'Draft shown to the person'),
    say(`Chờ trả lời đến ${formatDateTime(payload.until)}`, `Until ${formatDateTime(payload.until)}`),
  ],
  'draft-confirmed': ({ payload }, { say }) => [
    payload.by === 'citizen'
      ? say('Người nộp đồng ý dự thảo', 'The person agrees to the draft')
      : say('Hết thời gian trả lời, coi như đồng ý', 'No answer in time: consent'),
  ],
  'draft-disputed': ({ payload }, { say }) => [
    say('Người nộp đề nghị sửa dự thảo', 'The person wants the draft mended'),
    payload.text,
  ],
  'result-approved': ({ payload }, { say }) => [
    say('Phê duyệt kết quả', 'Result approved'),
    payload.capacity?.split('\n').join(' · ') ?? '',
  ],
  'result-sent-back': ({ payload }, { say }) => [say('Trả lại dự thảo', 'Draft sent back'), payload.reason],
  issued: ({ payload }, { say }) => [say(`Ban hành số ${payload.number}`, `Issued as ${payload.number}`)],
  returned: ({ payload }, { say }) => [
    say('Trả kết quả', 'Result handed over'),
    say(`Người nhận: ${payload.to}`, `To ${payload.to}`),
  ],
  'return-undone': ({ payload }, { say }) => [
    say('Thu hồi kết quả đã trả', 'Handing over undone'),
    payload.reason,
  ],
  'timer-fired': ({ payload }, { say }) => [
    say(`Hết giờ chờ: ${payload.label.vi}`, `Time is over: ${payload.label.en ?? payload.label.vi}`),
    say(`Đến hạn lúc ${formatDateTime(payload.due)}`, `Was due ${formatDateTime(payload.due)}`),
  ],
  'message-received': ({ payload }, { say }) => [
    say(`Đã có: ${payload.message}`, `It has come: ${payload.message}`),
    payload.note,
  ],
  'service-run': ({ payload }, { say }) => [
    payload.service === 'notify'
      ? say(
          `Báo người nộp: ${payload.label.vi}`,
          `The person was told: ${payload.label.en ?? payload.label.vi}`,
        )
      : say(`Nhắc làm gấp: ${payload.label.vi}`, `Marked as urgent: ${payload.label.en ?? payload.label.vi}`),
  ],
  'call-opened': ({ payload }, { say }) => [
    say(`Mở hồ sơ liên thông ${payload.dossier.code}`, `Opened the linked dossier ${payload.dossier.code}`),
    payload.papers
      ? say(
          `Chuyển kèm: ${payload.papers.map(({ title }) => title).join('; ')}`,
          `With it went: ${payload.papers.map(({ title }) => title).join('; ')}`,
        )
      : '',
  ],
  'call-ended': ({ payload }, { say }) => [
    payload.outcome === 'granted'
      ? say(
          `Hồ sơ liên thông ${payload.dossier.code} đã có kết quả`,
          `The linked dossier ${payload.dossier.code} has its result`,
        )
      : say(
          `Hồ sơ liên thông ${payload.dossier.code} kết thúc, không được giải quyết`,
          `The linked dossier ${payload.dossier.code} ended without being granted`,
        ),
  ],
  undone: ({ payload }, { say }) => [say('Hoàn tác việc vừa làm', 'Last act undone'), payload.reason],
  'identity-confirmed': (_, { say }) => [say('Xác minh danh tính người nộp', 'Identity confirmed')],
  'scans-signed': ({ payload }, { say }) => [
    say('Đối chiếu và ký số bản quét', 'Scans compared and signed'),
    payload.scans.map(({ title }) => title).join('; '),
  ],
  'authority-moved': ({ payload }, { say, unit }) => [
    payload.stays
      ? say(`Thẩm quyền chuyển cho ${unit(payload.to)}`, `Authority moved to ${unit(payload.to)}`)
      : say(`Chuyển ${unit(payload.to)} giải quyết`, `Decided by ${unit(payload.to)} from now on`),
    payload.stays
      ? say(
          `Từ ${day(payload.on)}, theo ${payload.decision}. Hồ sơ này vẫn do ${unit(payload.from)} giải quyết.`,
          `From ${day(payload.on)} by ${payload.decision}. This dossier stays with ${unit(payload.from)}.`,
        )
      : say(
          `Từ ${day(payload.on)}, theo ${payload.decision}. Trước đó: ${unit(payload.from)}.`,
          `From ${day(payload.on)} by ${payload.decision}. Before: ${unit(payload.from)}.`,
        ),
  ],
  'moved-to-version': ({ payload }, { say }) => [
    say(
      `Chuyển từ phiên bản ${payload.from} sang phiên bản ${payload.to}`,
      `Moved from version ${payload.from} to version ${payload.to}`,
    ),
    [
      payload.reason,
      say(
        `Căn cứ: ${payload.ground}. Người duyệt: ${payload.by}`,
        `Ground: ${payload.ground}. Approved by ${payload.by}`,
      ),
      ...(payload.places ?? []).map(({ from, to }) =>
        say(
          `Việc đang mở: “${from.vi}” → “${to.vi}”`,
          `Open work: “${from.en ?? from.vi}” → “${to.en ?? to.vi}”`,
        ),
      ),
    ].join('\n'),
  ],
};

/** Units that a move of the plan asks for their opinion. */
function asked(
  plan: Extract<Act, { kind: 'timer-fired' }>['payload']['plan'] | undefined,
  { say, unit }: Pick<ActNames, 'say' | 'unit'>,
): string {
  const units = (plan?.tasks ?? []).filter((task) => task.opinion).map((task) => unit(task.unit));
  return units.length === 0
    ? ''
    : say(`Lấy ý kiến: ${units.join(', ')}`, `Asked for an opinion: ${units.join(', ')}`);
}

/** An act as a title and, where there is more to say, a text of one or several lines. */
export function actInWords(act: Act, names: ActNames): { readonly title: string; readonly text: string } {
  const write = lines[act.kind] as (act: Act, names: ActNames) => Line;
  const [title, text = ''] = write(act, names);
  return { title, text };
}

/** Who did it: the name, and for officers the unit in whose name. */
export function actorInWords(act: Act, { say, unit }: ActNames): string {
  if (act.actorKind === 'system') return say('Hệ thống', 'The system');
  if (act.actorKind === 'citizen')
    return say(`${act.actorName || 'Người nộp'} (người nộp)`, `${act.actorName} (the person)`);
  return [act.actorName, act.actorUnit ? unit(act.actorUnit) : ''].filter(Boolean).join(' · ');
}
