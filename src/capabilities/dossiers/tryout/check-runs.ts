import { checkDefinition } from '#capabilities/forms';
import type { LocalText } from '#kernel/text';
import { endDifferences } from './run-end.ts';
import { endNow, mostRuns, type RunOn, readRuns } from './saved-run.ts';

/** A saved run that does not end as it was kept, or cannot be run at all. */
export interface RunProblem {
  readonly code: 'run-unreadable' | 'run-differs' | 'runs-too-many';
  /** `runs.<id>`, or by its place where it has none. */
  readonly at: string;
  readonly text: Required<LocalText>;
}

/** Runs every saved run of a procedure again. An end that was meant is accepted by keeping the run anew. */
export function runProblems(runs: readonly unknown[] | undefined, on: RunOn): readonly RunProblem[] {
  const read = readRuns(runs);
  // A definition that is not sound is refused as such at publication; nobody can be walked through it.
  const { version, validFrom } = on.definition;
  const whole = { ...on.definition, version: Math.max(1, version), validFrom: validFrom || '2026-01-01' };
  if (read.length === 0 || checkDefinition(whole).length > 0) return [];
  if (read.length > mostRuns)
    return [
      {
        code: 'runs-too-many',
        at: 'runs',
        text: {
          vi: `Có ${read.length} phép thử, nhiều nhất ${mostRuns}. Hãy bỏ bớt.`,
          en: `There are ${read.length} saved runs, at most ${mostRuns}. Remove some.`,
        },
      },
    ];
  return read.flatMap((run, index): readonly RunProblem[] => {
    const end = run && endNow(run, on);
    if (!run || !end)
      return [
        {
          code: 'run-unreadable',
          at: `runs.${index}`,
          text: {
            vi: `Không đọc được phép thử thứ ${index + 1}. Hãy bỏ và chạy thử lại.`,
            en: `Saved run ${index + 1} cannot be read. Remove it and try again.`,
          },
        },
      ];
    const differences = endDifferences(run.end, end);
    if (differences.length === 0) return [];
    const named = (locale: 'vi' | 'en') => differences.map((each) => each[locale]).join('; ');
    return [
      {
        code: 'run-differs',
        at: `runs.${run.id}`,
        text: {
          vi: `Phép thử “${run.name}” kết thúc khác trước: ${named('vi')}. Hãy sửa, hoặc chấp nhận kết cục mới.`,
          en: `Saved run “${run.name}” ends differently: ${named('en')}. Mend it, or accept the new end.`,
        },
      },
    ];
  });
}
