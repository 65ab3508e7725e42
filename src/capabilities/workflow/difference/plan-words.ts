import type { LocalText } from '#kernel/text';
import {
  flowOf,
  type NodeKind,
  nodeOf,
  type Plan,
  type PlanNode,
  type Several,
  type Wait,
} from '../plan/plan.ts';
import { activitiesAround, activitiesFrom, branches, isActivity, isEnd } from './neighbours.ts';

export const words = (vi: string, en: string): LocalText => ({ vi, en });
export const joined = (texts: readonly LocalText[], by = ', '): LocalText =>
  words(texts.map(({ vi }) => vi).join(by), texts.map(({ vi, en }) => en ?? vi).join(by));
const quoted = ({ vi, en }: LocalText): LocalText => words(`“${vi}”`, `“${en ?? vi}”`);

const kinds: Readonly<Record<NodeKind, LocalText>> = {
  start: words('Bắt đầu', 'Start'),
  end: words('Kết thúc', 'End'),
  terminate: words('Kết thúc mọi nhánh', 'End of all branches'),
  task: words('Bước', 'Step'),
  service: words('Việc tự động', 'Automatic work'),
  timer: words('Hẹn giờ', 'Timer'),
  message: words('Chờ tin', 'Awaited message'),
  call: words('Thủ tục liên thông', 'Interlinked procedure'),
  scope: words('Khối việc', 'Block'),
  boundary: words('Thời hạn', 'Time limit'),
  exclusive: words('Rẽ nhánh', 'Choice'),
  inclusive: words('Rẽ một hay nhiều nhánh', 'Choice of one or more'),
  parallel: words('Làm song song', 'Side by side'),
};
export const kindInWords = (node: PlanNode): LocalText => kinds[node.kind];

/** An element as a person points at it: by its name, or by what stands before it. */
export function elementInWords(plan: Plan, node: PlanNode): LocalText {
  if (node.kind === 'task') return node.name ?? words(node.id, node.id);
  const kind = kinds[node.kind];
  const on = node.kind === 'boundary' ? placeOf(nodeOf(plan, node.on)) : undefined;
  const name = node.name ?? (isActivity(node) ? words(node.id, node.id) : undefined);
  const called = name ? joined([kind, quoted(name)], ' ') : kind;
  if (on) return words(`${called.vi} của ${on.vi}`, `${called.en} of ${on.en}`);
  if (name || isEnd(node) || node.kind === 'start') return called;
  const before = placesIn(activitiesAround(plan, node).before);
  const meeting = !branches(node);
  return words(
    `${meeting ? 'Chờ gặp nhau' : kind.vi} sau ${before.vi}`,
    `${meeting ? 'Meeting' : (kind.en ?? kind.vi)} after ${before.en}`,
  );
}

/** An element within a sentence: `“Thẩm định”`, `bắt đầu`. */
export function placeOf(node: PlanNode): LocalText {
  if (node.kind === 'start') return words('lúc bắt đầu', 'the start');
  if (isEnd(node)) return words('kết thúc', 'the end');
  return quoted(node.name ?? (node.kind === 'task' ? words(node.id, node.id) : kinds[node.kind]));
}
export const placesIn = (nodes: readonly PlanNode[]): LocalText => joined(nodes.map(placeOf));

/** `sau “Tiếp nhận”` */
export function standsAfter(plan: Plan, node: PlanNode): LocalText {
  const { vi, en } = placesIn(activitiesAround(plan, node).before);
  return words(`sau ${vi}`, `after ${en}`);
}

/** `điều kiện → “Bước”` for each way out of a gateway. */
export function waysInWords(plan: Plan, node: PlanNode): readonly LocalText[] {
  return node.out.map((id) => {
    const to = placesIn(activitiesFrom(plan, flowOf(plan, id).to));
    const { vi, en } = conditionInWords(plan, node, id);
    return words([vi, to.vi].filter(Boolean).join(' → '), [en, to.en].filter(Boolean).join(' → '));
  });
}

export const isDefault = (node: PlanNode, flow: string): boolean =>
  (node.kind === 'exclusive' || node.kind === 'inclusive') && node.default === flow;

/** FEEL as it stands; the way that is taken when nothing else holds by a word. */
export function conditionInWords(plan: Plan, node: PlanNode, flow: string): LocalText {
  if (isDefault(node, flow)) return words('còn lại', 'otherwise');
  const feel = flowOf(plan, flow).if ?? '';
  return words(feel, feel);
}

export const severalInWords = (several: Several | undefined): LocalText =>
  several === undefined
    ? words('một lần', 'once')
    : words(
        `mỗi mục của danh sách ${several.list}, ${several.oneByOne ? 'lần lượt' : 'cùng lúc'}`,
        `each of the list ${several.list}, ${several.oneByOne ? 'one by one' : 'side by side'}`,
      );

export const interruptsInWords = (interrupts: boolean): LocalText =>
  interrupts
    ? words('hết hạn thì dừng bước', 'ends the step')
    : words('hết hạn bước vẫn tiếp', 'the step goes on');

const number = (value: number): string => String(value).replace('.', ',');
const part = (value: number, vi: string, en: string): readonly LocalText[] =>
  value === 0 ? [] : [words(`${number(value)} ${vi}`, `${value} ${en}${value === 1 ? '' : 's'}`)];

/** `2 ngày làm việc`, `1 tháng 12 giờ` */
export function waitInWords(wait: Wait): LocalText {
  if ('working' in wait) {
    const { value, unit } = wait.working;
    return joined(
      unit === 'hour'
        ? part(value, 'giờ làm việc', 'working hour')
        : part(value, 'ngày làm việc', 'working day'),
    );
  }
  const { months, seconds } = wait;
  const said = [
    ...part(months, 'tháng', 'month'),
    ...part(Math.floor(seconds / 86_400), 'ngày', 'day'),
    ...part(Math.floor((seconds % 86_400) / 3600), 'giờ', 'hour'),
    ...part(Math.floor((seconds % 3600) / 60), 'phút', 'minute'),
    ...part(seconds % 60, 'giây', 'second'),
  ];
  return said.length === 0 ? words('ngay', 'at once') : joined(said, ' ');
}
