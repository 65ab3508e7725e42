import type { Refusal } from '#kernel/outcome';
import type { LocalText } from '#kernel/text';

const sentences = {
  'not-executed': [
    'Hệ thống chưa chạy được loại phần tử này. Hãy thay bằng phần tử khác.',
    'We do not execute this kind of element. Use another one.',
  ],
  'no-process': ['Tệp không có quy trình nào để chạy.', 'The file has no process to run.'],
  'several-processes': [
    'Tệp có nhiều quy trình chạy được. Hãy để lại một.',
    'The file has several executable processes. Keep one.',
  ],
  'id-missing': ['Phần tử không có mã.', 'The element has no id.'],
  'id-twice': ['Hai phần tử có cùng mã.', 'Two elements have one id.'],
  'too-large': ['Quy trình có quá nhiều phần tử.', 'The process has too many elements.'],
  'start-count': ['Cần đúng một điểm bắt đầu.', 'Exactly one start event is needed.'],
  'end-missing': ['Chưa có điểm kết thúc.', 'There is no end event.'],
  'flow-broken': [
    'Đường nối không có đủ hai đầu trong cùng một khối.',
    'The flow does not join two elements of one block.',
  ],
  'flow-into-start': ['Đường nối không được dẫn vào đây.', 'No flow may lead into this.'],
  'condition-here': [
    'Điều kiện chỉ đặt trên đường ra của cổng rẽ nhánh.',
    'Conditions stand on flows out of exclusive or inclusive gateways only.',
  ],
  'condition-refused': ['Điều kiện không đọc được.', 'The condition cannot be read.'],
  'role-missing': ['Chọn vai trò làm việc này.', 'Choose the role that does this.'],
  'role-unknown': ['Vai trò này không có.', 'There is no such role.'],
  'place-missing': [
    'Chọn nơi làm: nơi tiếp nhận hay cơ quan giải quyết.',
    'Choose where: receiver or competent.',
  ],
  'place-unknown': ['Nơi làm chỉ là receiver hoặc competent.', 'The place is receiver or competent.'],
  'does-missing': ['Chọn loại việc.', 'Choose what the task does.'],
  'does-unknown': ['Loại việc này không có.', 'There is no such kind of work.'],
  'budget-missing': ['Nhập thời gian của bước.', 'Enter the time of the step.'],
  'time-unreadable': [
    'Thời gian không đọc được. Ví dụ: 4h, 2wd hoặc P3D.',
    'The time cannot be read. Examples: 4h, 2wd or P3D.',
  ],
  'service-missing': ['Chọn dịch vụ cần gọi.', 'Choose the service to call.'],
  'service-unknown': [
    'Không có dịch vụ tên này. Có: notify (báo người nộp), remind (nhắc làm gấp).',
    'There is no such service. There are: notify (tell the person), remind (mark as urgent).',
  ],
  'unit-only-checks': [
    'Đơn vị khác chỉ cho ý kiến: chọn loại việc là kiểm tra (check).',
    'Another unit only gives its opinion: choose the kind of work check.',
  ],
  'call-missing': ['Nhập mã thủ tục liên thông.', 'Enter the code of the interlinked procedure.'],
  'papers-unreadable': [
    'Giấy tờ chuyển kèm không đọc được. Ví dụ: khai-tu, KQ.G15.000034=chung-minh.',
    'The papers to pass on cannot be read. Example: khai-tu, KQ.G15.000034=chung-minh.',
  ],
  'message-missing': ['Đặt tên cho thông điệp đang chờ.', 'Name the message that is waited for.'],
  'list-missing': ['Chọn danh sách người hoặc đơn vị được hỏi.', 'Choose the list of those who are asked.'],
  unreachable: ['Không có đường nào dẫn tới đây.', 'No way leads here.'],
  'no-way-out': ['Từ đây không tới được điểm kết thúc.', 'No way leads from here to an end.'],
  'loop-without-task': [
    'Vòng lặp không có việc nào bên trong nên sẽ chạy mãi.',
    'The loop has no task in it: it would run for ever.',
  ],
  'no-default': [
    'Nếu không điều kiện nào đúng thì hồ sơ sẽ dừng ở đây. Hãy chọn đường mặc định.',
    'When no condition holds, the dossier stops here. Choose a default flow.',
  ],
  'split-not-joined': [
    'Các nhánh song song không gặp lại nhau.',
    'The parallel branches are never joined again.',
  ],
  'step-count': [
    'Cần đúng một bước loại này, ngoài các khối con: tiếp nhận, ban hành, trả kết quả.',
    'Exactly one step of this kind is needed, outside of blocks: receive, issue, return.',
  ],
  'not-begun-by-receiving': [
    'Việc đầu tiên phải là tiếp nhận hồ sơ.',
    'The first task must be the one that receives.',
  ],
  'result-passed-by': [
    'Có đường đi đến kết thúc mà không qua bước này.',
    'A way leads to the end without this step.',
  ],
  'before-its-turn': [
    'Có đường đi đến bước này mà chưa qua bước phải làm trước.',
    'A way leads to this step without the one that must come before it.',
  ],
  'extension-not-run': [
    'Phần mở rộng của phần mềm khác được giữ lại nhưng không chạy.',
    "Another engine's extension is kept but not run.",
  ],
} as const satisfies Record<string, readonly [vi: string, en: string]>;

export type ProblemCode = keyof typeof sentences;

/** Something about one element: `at` its id (empty when it has none), `element` its BPMN name. */
export interface PlanProblem {
  readonly code: ProblemCode;
  readonly at: string;
  readonly element: string;
  readonly name?: string;
  readonly detail?: string;
}

/** Everything that keeps a diagram from being run, all of it at once. */
export interface PlanRefusal extends Refusal {
  readonly code: 'plan-refused';
  readonly problems: readonly PlanProblem[];
}

/** What to tell the person who draws, in both languages. */
export function problemText({ code }: PlanProblem): LocalText {
  const [vi, en] = sentences[code];
  return { vi, en };
}

/** Collects problems while a diagram is compiled: errors keep it from being run, warnings do not. */
export interface Findings {
  readonly errors: PlanProblem[];
  readonly warnings: PlanProblem[];
}
