import { z } from 'zod';
import type { NationalProcedure } from '#capabilities/catalogue';
import { checkDefinition, type ProcedureDefinition } from '#capabilities/forms';
import { sampleJson } from './files.ts';

const chosen = z.array(
  z.strictObject({
    code: z.string(),
    /** English name, written here. */
    en: z.string(),
    /** Key of the department that decides. */
    department: z.string(),
    /** The list names no department of the sample; told from the field. */
    departmentInferred: z.literal(true).optional(),
  }),
);

export type ChosenProcedure = z.output<typeof chosen>[number];

/** The procedures that the ministry of the sample runs, by the codes of the national list. */
export const ministryProcedures = () => chosen.parse(sampleJson('ministry/procedures.json'));

const subjectOf: Readonly<Record<string, string>> = {
  'Công dân Việt Nam': 'citizen',
  'Doanh nghiệp': 'enterprise',
  'Hợp tác xã': 'organisation',
  'Tổ chức (không bao gồm doanh nghiệp, HTX)': 'organisation',
  'Người nước ngoài': 'foreigner',
};

/**
 * A procedure of the ministry as it is filed online: the generic form with the name, time, result and deciding department
 * of its record. The list holds no papers of ministry procedures, so the one every record has, the request, stands alone.
 */
export function ministryDefinition(
  generic: ProcedureDefinition,
  national: NationalProcedure,
  { department, en }: ChosenProcedure,
): ProcedureDefinition {
  const subjects = new Set(national.subjects.flatMap((name) => subjectOf[name] ?? []));
  const [result] = national.results;
  const definition: ProcedureDefinition = {
    ...generic,
    code: national.code,
    name: { vi: national.name, en },
    competence: { level: 'ministry', department },
    online: { level: 'full', assumed: true },
    subjects: subjects.size > 0 ? [...subjects] : ['organisation'],
    time: national.channels.flatMap(({ channel, time, unit }) =>
      time === undefined || unit === undefined
        ? []
        : [{ channel, value: time, unit, basis: 'Danh mục quốc gia' }],
    ),
    result: {
      ...generic.result,
      code: /^KQ\.[A-Z]\d{2}\.\d{6}$/.test(result?.code ?? '') ? (result?.code ?? 'local') : 'local',
      name: result === undefined ? generic.result.name : { ...generic.result.name, vi: result.name },
    },
    documents: [
      {
        id: 'don-de-nghi',
        name: { vi: 'Đơn hoặc văn bản đề nghị', en: 'The request' },
        group: 'submit',
        originals: 1,
        copies: 0,
        required: true,
      },
      ...generic.documents,
    ],
    form: { ...generic.form, title: { vi: 'Hồ sơ đề nghị', en: 'The request' } },
    basis: national.decision === '' ? generic.basis : [national.decision],
    notes: [
      {
        vi: 'Dữ liệu mẫu chưa có đủ giấy tờ và phí của thủ tục này.',
        en: 'The sample data lack some papers and fees of this procedure.',
      },
    ],
  };
  const [fault] = checkDefinition(definition);
  if (fault) throw new Error(`${national.code}: ${fault.at}, ${fault.message}`);
  return definition;
}
