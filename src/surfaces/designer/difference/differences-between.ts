import { type Difference, type DraftContent, differenceInFull } from '#capabilities/catalogue';
import { comparable, planDifferences, runsAlike } from '#capabilities/workflow';
import type { LocalText } from '#kernel/text';
import { diagramOf, readDiagram } from '../diagram/diagram.ts';

const sameRoad: LocalText = {
  vi: 'Sơ đồ: chỉ hình vẽ hoặc ghi chú khác, các bước vẫn như cũ',
  en: 'Diagram: only the drawing or its notes differ, the steps are as before',
};
const isStep = ({ at }: Difference): boolean => at.startsWith('workflow.steps');

/**
 * Everything that is other in `after`, diagrams step by step. Of two lines the list of steps tells it, for their dossiers walk that
 * list; else the diagrams do, and the list, which only names their tasks, does not say it again.
 */
export async function differencesBetween(
  before: DraftContent,
  after: DraftContent,
): Promise<readonly Difference[]> {
  const told = await differenceInFull(before, after);
  const place = told.findIndex(({ at }) => at === 'workflow.bpmn');
  const file = told[place];
  if (!file) return told;
  const [was, is] = await Promise.all(
    [before, after].map(async (each) => readDiagram(await diagramOf(each))),
  );
  if (!was?.ok || !is?.ok) return told;
  const [one, two] = [was.value, is.value];
  if (one.lacks.length + two.lacks.length > 0 || !comparable(one.plan, two.plan)) return told;
  const drawing: Difference = { ...file, what: sameRoad };
  const inPlace = (inside: readonly Difference[]) => told.toSpliced(place, 1, ...inside);
  if (!one.branching && !two.branching) {
    if (told.some(isStep)) return inPlace([]);
    return runsAlike(one.plan, two.plan) ? inPlace([drawing]) : told;
  }
  const inside = planDifferences(one.plan, two.plan).map(
    ({ at, ...each }): Difference => ({ kind: 'step', at: `workflow.bpmn.${at}`, ...each }),
  );
  if (inside.length > 0) return inPlace(inside).filter((each) => !isStep(each));
  return runsAlike(one.plan, two.plan) ? inPlace([drawing]) : told;
}
