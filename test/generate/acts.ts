import {
  actRules,
  dossierPermissions,
  type Intent,
  intents,
  nationalStatus,
  stages,
} from '#capabilities/dossiers';
import { type Generator, generatedNote, referenceFolder } from './generator.ts';

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** The table state × act, from the very rules that commands and buttons ask. */
export const actsPage: Generator = {
  name: 'acts',
  make: () => {
    const mark = (intent: Intent, stage: (typeof stages)[number]) =>
      actRules[intent].stages.includes(stage) ? '●' : '';
    const table = [
      row([
        'act',
        'where the role is held',
        'who',
        ...stages.map((stage) => `${stage} (${nationalStatus[stage]})`),
      ]),
      row(['---', '---', '---', ...stages.map(() => ':-:')]),
      ...intents.map((intent) => {
        const { place, permission } = actRules[intent];
        const { roles, citizen } = dossierPermissions[permission] as {
          roles?: readonly string[];
          citizen?: boolean;
        };
        const who = place === 'system' ? 'the system' : citizen ? 'the person' : (roles ?? []).join(', ');
        return row([`\`${intent}\``, place, who, ...stages.map((stage) => mark(intent, stage))]);
      }),
    ];
    const text = `${generatedNote}
# Which act is possible when, and for whom

Made from \`src/capabilities/dossiers/rules/possible.ts\`. The number behind a stage is the national status code that shows outside
(DOMAIN: mã trạng thái hồ sơ). A dot says that the act exists in that stage; conditions (step, four eyes, open fees …) may still
refuse it with a reason. No other transition exists; what the national list leaves open is decided in \`docs/adr/0006-transitions.md\`.

${table.join('\n')}
`;
    return { [`${referenceFolder}/acts.md`]: text };
  },
};
