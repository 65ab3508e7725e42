import type { Act, ActKind, Costs, DossierState } from '#capabilities/dossiers';
import type { ProcedureDefinition } from '#capabilities/forms';
import type { UnitId } from '#kernel/ids';
import { asDong, formatDong } from '#kernel/money';
import { inLocale, type Locale } from '#kernel/text';
import { formatDate, formatTime, localDate } from '#kernel/time';
import { exemptionInWords } from '#surfaces/shared';
import { inSentence, type Say } from '../words/say.ts';
import { moment } from '../words/times.ts';

export interface RoadContext {
  readonly say: Say;
  readonly locale: Locale;
  readonly unitName: (id: UnitId) => string;
  readonly definition: ProcedureDefinition;
  readonly state: DossierState;
  readonly costs: Costs;
}
export interface ActWords {
  readonly title: string;
  /** After the time: who, how, why. Sentences of the people concerned stand as they were written. */
  readonly more?: string | undefined;
}

type ActOf<K extends ActKind> = Extract<Act, { kind: K }>;
type Teller<K extends ActKind> = (act: ActOf<K>, context: RoadContext) => ActWords | undefined;

const stepName = ({ definition, locale }: RoadContext, id: string): string => {
  const step = definition.workflow.steps.find((each) => each.id === id);
  return step ? inLocale(step.name, locale) : id;
};
const officer = (act: Act, say: Say): string | undefined =>
  act.actorKind === 'officer' && act.actorName !== ''
    ? say(`cán bộ ${act.actorName}`, `officer ${act.actorName}`)
    : undefined;
const dong = (amount: number): string => formatDong(asDong(amount));
const asTitle = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
/** Internal moves: they are in the record, but say nothing to the person. */
const untold = (): undefined => undefined;

/** Each act in plain words. What officers write to each other (why a step went back) stays among them. */
export const tellers: { readonly [K in ActKind]: Teller<K> } = {
  submitted: ({ payload }, { say, unitName }) => ({
    title: say('Đã nộp', 'Filed'),
    more: {
      online: say(`qua mạng, gửi ${unitName(payload.receiver)}`, `online, to ${unitName(payload.receiver)}`),
      direct: say(`tại quầy, ${unitName(payload.receiver)}`, `at the counter, ${unitName(payload.receiver)}`),
      post: say(
        `qua bưu chính, gửi ${unitName(payload.receiver)}`,
        `by post, to ${unitName(payload.receiver)}`,
      ),
    }[payload.channel],
  }),
  accepted: (act, { say, unitName, state }) => ({
    title: say(
      `${unitName(act.actorUnit ?? state.receiver)} đã tiếp nhận`,
      `Received by ${unitName(act.actorUnit ?? state.receiver)}`,
    ),
    more: officer(act, say),
  }),
  declined: ({ payload }, { say }) => ({
    title: say('Không được tiếp nhận', 'Not received'),
    more: payload.reason,
  }),
  'supplement-requested': ({ payload }, { say }) => ({
    title: say(
      `Cần bổ sung: ${payload.papers.map((paper) => inSentence(paper.title)).join('; ')}`,
      `Asked for: ${payload.papers.map((paper) => inSentence(paper.title)).join('; ')}`,
    ),
    more: [...new Set([...payload.papers.map((paper) => paper.reason), payload.reason])].join(' '),
  }),
  'supplement-sent': ({ payload }, { say }) => ({
    title: say('Bạn đã gửi phần bổ sung', 'You sent what was missing'),
    more: payload.note || undefined,
  }),
  'supplement-confirmed': ({ payload }, { say }) => ({
    title: say('Phần bổ sung đã được nhận', 'Your papers were taken'),
    more: payload.due?.date
      ? say(`hẹn trả ${formatDate(payload.due.date)}`, `promised for ${formatDate(payload.due.date)}`)
      : undefined,
  }),
  'supplement-expired': ({ payload }, { say }) => ({
    title: say('Hết hạn bổ sung', 'The time to add papers is over'),
    more: formatDate(payload.until),
  }),
  'fee-requested': ({ payload }, { say, costs }) => ({
    title: say('Cần nộp phí', 'A fee is due'),
    more: payload.fees.map((fee) => `${fee.name}: ${dong(costs([fee.id]))}`).join('; '),
  }),
  'fee-paid': ({ payload }, { say, costs }) => ({
    title: say(`Đã nộp ${dong(costs(payload.fees))}`, `Paid ${dong(costs(payload.fees))}`),
    more: payload.receipt
      ? say(`biên lai số ${payload.receipt}`, `receipt number ${payload.receipt}`)
      : undefined,
  }),
  'fee-refunded': ({ payload }, { say, costs }) => ({
    title: say(`Đã hoàn lại ${dong(costs(payload.fees))}`, `${dong(costs(payload.fees))} given back`),
  }),
  'fee-reopened': ({ payload }, { say, costs }) => ({
    title: say(
      `Khoản nộp ${dong(costs(payload.fees))} không thành, cần nộp lại`,
      `The payment of ${dong(costs(payload.fees))} did not hold; please pay again`,
    ),
  }),
  'fee-voided': ({ payload }, { say, costs }) => ({
    title: say(
      `Không phải nộp ${dong(costs(payload.fees))} nữa`,
      `${dong(costs(payload.fees))} is no longer asked for`,
    ),
    more: payload.reason,
  }),
  'fee-exempted': ({ payload }, { say }) => ({
    title: say('Được miễn phí, lệ phí', 'Exempt from the fee'),
    more: exemptionInWords(say, payload),
  }),
  'clock-resumed': untold,
  'handed-over': ({ at, payload }, { say, unitName, state }) => {
    const hop = state.custody.find((each) => each.unit === payload.to && each.givenAt === at);
    const taken = hop?.takenAt;
    return {
      title: say(`Chuyển ${unitName(payload.to)}`, `Handed to ${unitName(payload.to)}`),
      more:
        taken === undefined
          ? say('chưa nhận', 'not yet taken')
          : say(
              `đã nhận ${localDate(taken) === localDate(at) ? formatTime(taken) : moment(taken)}`,
              `taken at ${localDate(taken) === localDate(at) ? formatTime(taken) : moment(taken)}`,
            ),
    };
  },
  'taken-over': untold,
  assigned: untold,
  'step-finished': (act, context) => ({
    title: context.say(
      `Xong bước: ${inSentence(stepName(context, act.payload.step))}`,
      `Step done: ${inSentence(stepName(context, act.payload.step))}`,
    ),
    more: officer(act, context.say),
  }),
  'step-returned': (act, context) => ({
    title: context.say(
      `Làm lại bước: ${inSentence(stepName(context, act.payload.to))}`,
      `Step again: ${inSentence(stepName(context, act.payload.to))}`,
    ),
  }),
  'pulled-back': (act, context) => ({
    title: context.say(
      `Làm lại bước: ${inSentence(stepName(context, act.payload.to))}`,
      `Step again: ${inSentence(stepName(context, act.payload.to))}`,
    ),
  }),
  'opinion-asked': ({ payload }, { say, unitName }) => ({
    title: say(`Hỏi ý kiến ${unitName(payload.unit)}`, `Asked the opinion of ${unitName(payload.unit)}`),
    more: say(`trả lời trước ${moment(payload.due)}`, `answer due ${moment(payload.due)}`),
  }),
  'opinion-given': ({ payload }, { say, unitName, state }) => {
    const opinion = state.opinions.find((each) => each.id === payload.id);
    return (
      opinion && {
        title: say(`${unitName(opinion.unit)} đã cho ý kiến`, `${unitName(opinion.unit)} gave its opinion`),
      }
    );
  },
  paused: ({ payload }, { say }) => ({ title: say('Tạm dừng giải quyết', 'Paused'), more: payload.reason }),
  resumed: ({ payload }, { say }) => ({
    title: say('Tiếp tục giải quyết', 'Resumed'),
    more: payload.due?.date
      ? say(`hẹn trả ${formatDate(payload.due.date)}`, `promised for ${formatDate(payload.due.date)}`)
      : undefined,
  }),
  'withdrawal-requested': ({ payload }, { say }) => ({
    title: say('Đề nghị rút hồ sơ', 'Withdrawal asked for'),
    more: payload.reason,
  }),
  'withdrawal-taken-back': (_, { say }) => ({ title: say('Không rút hồ sơ nữa', 'Withdrawal taken back') }),
  'withdrawal-refused': ({ payload }, { say }) => ({
    title: say('Không đồng ý cho rút hồ sơ', 'Withdrawal refused'),
    more: payload.reason,
  }),
  stopped: ({ payload }, { say }) => ({ title: say('Dừng giải quyết', 'Stopped'), more: payload.reason }),
  apologised: ({ payload }, { say }) => ({
    title: say(
      `Xin lỗi và hẹn lại ${payload.due.date ? formatDate(payload.due.date) : ''}`,
      `Apology and new date ${payload.due.date ? formatDate(payload.due.date) : ''}`,
    ).trim(),
    more: payload.reason,
  }),
  'result-drafted': ({ payload }, { say }) => ({
    title: say('Đã soạn dự thảo kết quả', 'Result drafted'),
    more: payload.title,
  }),
  'draft-shown': ({ payload }, { say }) => ({
    title: say('Gửi bạn xem bản dự thảo', 'Draft shown to you'),
    more: say(
      `im lặng đến ${moment(payload.until)} là đồng ý`,
      `silence until ${moment(payload.until)} is consent`,
    ),
  }),
  'draft-confirmed': ({ payload }, { say }) => ({
    title:
      payload.by === 'citizen'
        ? say('Bạn đã xác nhận bản dự thảo', 'You confirmed the draft')
        : say('Hết giờ xem dự thảo, coi như đồng ý', 'Time to check is over: taken as consent'),
  }),
  'draft-disputed': ({ payload }, { say }) => ({
    title: say('Bạn chưa đồng ý bản dự thảo', 'You disagreed with the draft'),
    more: payload.text,
  }),
  'result-approved': (act, { say }) => ({
    title: say('Lãnh đạo đã ký duyệt', 'Approved'),
    more: act.actorName || undefined,
  }),
  'result-sent-back': (_, { say }) => ({ title: say('Soạn lại kết quả', 'Result to be drafted again') }),
  issued: ({ payload }, { say }) => ({
    title: say(`Đã ban hành kết quả số ${payload.number}`, `Result ${payload.number} issued`),
  }),
  returned: ({ payload }, { say }) => ({
    title: say('Đã trả kết quả', 'Result handed over'),
    more: {
      counter: say('tại quầy', 'at the counter'),
      post: say('qua bưu chính', 'by post'),
      electronic: say('bản điện tử', 'electronically'),
    }[payload.way],
  }),
  'return-undone': ({ payload }, { say }) => ({
    title: say('Chưa trả được kết quả', 'Handing over was undone'),
    more: payload.reason,
  }),
  'timer-fired': untold,
  'message-received': untold,
  'service-run': ({ payload }, { locale }) =>
    payload.service === 'notify' ? { title: asTitle(inLocale(payload.label, locale)) } : undefined,
  'call-opened': ({ payload }, { say }) => ({
    title: say(
      `Mở hồ sơ liên thông ${payload.dossier.code}`,
      `Linked dossier ${payload.dossier.code} opened`,
    ),
    more: payload.papers
      ? say(
          `đã chuyển kèm: ${payload.papers.map(({ title }) => title).join('; ')}. Bạn không phải nộp lại`,
          `with it went: ${payload.papers.map(({ title }) => title).join('; ')}. You need not hand them in again`,
        )
      : say('bạn không phải nộp lại giấy tờ', 'you need not file again'),
  }),
  'call-ended': ({ payload }, { say }) => ({
    title: say(
      `Hồ sơ liên thông ${payload.dossier.code} đã kết thúc`,
      `Linked dossier ${payload.dossier.code} ended`,
    ),
  }),
  undone: (_, { say }) => ({
    title: say('Cán bộ bấm nhầm, việc vừa rồi không tính', 'The last step was a slip and does not count'),
  }),
  'identity-confirmed': (_, { say }) => ({ title: say('Đã xác minh người nộp', 'Identity confirmed') }),
  'scans-signed': ({ payload }, { say }) => ({
    title: say('Bản quét giấy tờ đã được đối chiếu, ký số', 'Scans of your papers compared and signed'),
    more: payload.scans.map(({ title }) => title).join('; '),
  }),
  'authority-moved': ({ payload }, { say, unitName }) =>
    payload.stays
      ? {
          title: say(
            `Hồ sơ này vẫn do ${unitName(payload.from)} giải quyết`,
            `${unitName(payload.from)} still decides this dossier`,
          ),
          more: say(
            `hồ sơ nộp từ ${formatDate(payload.on)} do ${unitName(payload.to)} giải quyết, theo ${payload.decision}`,
            `dossiers filed from ${formatDate(payload.on)} are decided by ${unitName(payload.to)}, by ${payload.decision}`,
          ),
        }
      : {
          title: say(
            `Từ nay ${unitName(payload.to)} giải quyết hồ sơ`,
            `${unitName(payload.to)} decides from now on`,
          ),
          more: say(
            `thay ${unitName(payload.from)}, theo ${payload.decision}`,
            `in place of ${unitName(payload.from)}, by ${payload.decision}`,
          ),
        },
  'moved-to-version': ({ payload }, { say }) => ({
    title: say('Giải quyết theo quy định mới', 'Goes on under new rules'),
    more: [
      `${payload.reason} (${payload.ground})`,
      payload.due?.date
        ? say(
            `hẹn trả sớm hơn: ${formatDate(payload.due.date)}`,
            `now promised for ${formatDate(payload.due.date)}`,
          )
        : say('ngày hẹn trả không đổi', 'the promised day stands'),
    ].join('; '),
  }),
};

export const tellAct = (act: Act, context: RoadContext): ActWords | undefined =>
  (tellers[act.kind] as Teller<ActKind>)(act, context);
