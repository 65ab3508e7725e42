import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPackageKey } from '#builders/catalogue';
import { sampleDefinition } from '#builders/forms';
import {
  type DraftContent,
  draftTables,
  type LintWorld,
  lintProcedure,
  saveProcedureDraft,
} from '#capabilities/catalogue';
import type { ProcedureDefinition, Question } from '#capabilities/forms';
import { aHouse } from '#test/pages';
import { questionView, triedAct, triedDossier, triedTracking } from '#test/questions';
import { designerRoutes } from '../index.ts';

const world: LintWorld = {
  today: '2026-11-25',
  communes: [{ code: '30316', name: 'Phường Châu Đốc' }],
  decides: ({ department }) => department !== 'khong-co',
  plainWords: [{ say: 'xuất trình', instead: 'cho xem' }],
  results: [],
};
const house = await aHouse({
  routes: (doors, { actors }) =>
    designerRoutes(doors, {
      services: {
        draftFromNational: () => ({ definition: sampleDefinition('1.004873') }),
        lint: (content) => lintProcedure(content, world),
        key: aPackageKey(),
        ...draftTables(),
        openWork: async () => [],
      },
      drawQuestion: questionView,
      drawTracked: triedTracking,
      drawAtDesk: triedDossier,
      drawActAtDesk: triedAct,
      actors,
    }),
});
const drafter = 'officer:unit-administrator@committeeA';
const code = '1.004873';
const whole = sampleDefinition(code);
const text = (vi: string) => ({ vi, en: `English of ${vi}` });
const first = whole.form.pages[0];
const [paper] = whole.documents;
const [step] = whole.workflow.steps;
assert.ok(first && paper && step);

const asking = (question: Partial<Question>): ProcedureDefinition => ({
  ...whole,
  form: {
    ...whole.form,
    pages: whole.form.pages.map((page) =>
      page === first
        ? {
            ...page,
            questions: [
              ...page.questions,
              { id: 'themVao', type: 'text', label: text('Câu thêm'), ...question },
            ],
          }
        : page,
    ),
  },
});
const never = { q: first.questions[0]?.id ?? '', is: 'khong-bao-gio' } as const;
const flows = (inner: string): string =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"><startEvent id="a"/><endEvent id="z"/><userTask id="b"/><userTask id="c"/>${inner}</process></definitions>`;

/** What is planted, and where its finding must lead: the address below the draft, and what stands chosen there. */
const planted: Readonly<Record<string, readonly [content: DraftContent, leads: RegExp, shows: RegExp]>> = {
  'basis-missing': [{ definition: { ...whole, basis: [' '] } }, /\/can-cu$/, /name="_can-cu"/],
  'part-missing': [{ definition: { ...whole, documents: [] } }, /\/giay-to$/, /name="_moi"/],
  'question-unreachable': [{ definition: asking({ if: never }) }, /\/to-khai\?cau=themVao$/, /Câu thêm/],
  'condition-never': [
    { definition: { ...whole, documents: [...whole.documents, { ...paper, id: 'giay-thua', if: never }] } },
    /\/giay-to\?muc=giay-thua$/,
    /value="giay-thua"/,
  ],
  'step-unreachable': [
    {
      definition: {
        ...whole,
        workflow: { steps: [...whole.workflow.steps, { ...step, id: 'thua', if: never }] },
      },
    },
    /\/quy-trinh\?muc=thua$/,
    /value="thua"/,
  ],
  'step-endless': [
    {
      definition: whole,
      workflow: flows(
        '<sequenceFlow id="f" sourceRef="a" targetRef="b"/><sequenceFlow id="g" sourceRef="b" targetRef="c"/><sequenceFlow id="h" sourceRef="c" targetRef="c"/>',
      ),
    },
    /\/so-do$/,
    /<textarea/,
  ],
  'time-over-legal': [
    {
      definition: {
        ...whole,
        workflow: {
          steps: whole.workflow.steps.map((each) => ({
            ...each,
            budget: { value: 90, unit: 'working_day' as const },
          })),
        },
      },
    },
    /\/quy-trinh$/,
    /name="_moi"/,
  ],
  'once-only-own': [
    { definition: asking({ type: 'phone', label: text('Số điện thoại của bạn') }) },
    /\/to-khai\?cau=themVao$/,
    /Số điện thoại của bạn/,
  ],
  'sentence-long': [
    { definition: asking({ hint: text(Array.from({ length: 26 }, () => 'chữ').join(' ')) }) },
    /\/to-khai\?cau=themVao$/,
    /Câu thêm/,
  ],
  officialese: [
    { definition: asking({ hint: text('Bạn hãy xuất trình thẻ') }) },
    /\/to-khai\?cau=themVao$/,
    /Câu thêm/,
  ],
  'english-missing': [
    {
      definition: {
        ...whole,
        documents: [...whole.documents, { ...paper, id: 'moi', name: { vi: 'Giấy mới' } }],
      },
    },
    /\/giay-to\?muc=moi$/,
    /value="Giấy mới"/,
  ],
  'alternative-text-missing': [
    { definition: whole, templates: { '01': { parts: [{ image: 'dau.png' }] } } },
    /\/mau/,
    /<h1/,
  ],
  'fee-without-ground': [
    {
      definition: {
        ...whole,
        fees: [
          {
            id: 'phi',
            kind: 'phi',
            name: text('Phí'),
            when: 'submission',
            amount: 5000,
            exemptions: [],
            basis: ' ',
          },
        ],
      },
    },
    /\/phi\?muc=phi$/,
    /value="phi"/,
  ],
  'fee-reduction-wrong': [
    {
      definition: {
        ...whole,
        fees: [
          {
            id: 'phi',
            kind: 'phi',
            name: text('Phí'),
            when: 'submission',
            amount: 5000,
            reduction: { amount: 5000, basis: 'Nghị quyết 1' },
            exemptions: [],
            basis: 'Thông tư 1',
          },
        ],
      },
    },
    /\/phi\?muc=phi$/,
    /name="_giam-muc"/,
  ],
  'decider-missing': [
    { definition: { ...whole, competence: { level: 'province', department: 'khong-co' } } },
    /\/chung$/,
    /name="_cap"/,
  ],
};

const begun = await house.visit('POST', '/thiet-ke', { as: drafter, form: { _ma: code, _tu: 'current' } });
const draft = begun.location;

for (const [finding, [content, leads, shows]] of Object.entries(planted))
  test(`${finding} is found and leads to where it is mended`, async () => {
    const found = lintProcedure(content, world).find((each) => each.code === finding);
    assert.ok(found, 'not found');
    const revision = await revisionNow();
    const saved = await saveProcedureDraft(
      await house.ctx(drafter),
      draft.split('/').at(-1) ?? '',
      revision,
      content,
    );
    assert.ok(saved.ok, JSON.stringify(saved));
    const { text: page } = await house.visit('GET', draft, { as: drafter });
    const table = page.slice(page.indexOf('can-sua'));
    const hrefs = [...table.matchAll(/href="([^"]+)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    );
    const href = hrefs.find((each) => each.startsWith(draft) && leads.test(each));
    assert.ok(href, `no link fits ${leads}: ${hrefs.filter((each) => each.startsWith(draft)).join(' ')}`);
    const place = await house.visit('GET', href, { as: drafter });
    assert.equal(place.status, 200, href);
    assert.match(place.text, shows, href);
  });

async function revisionNow(): Promise<number> {
  const [row] = await house.db.sql<{ revision: number }>(
    'select revision from catalogue.draft where id = $1',
    [draft.split('/').at(-1)],
  );
  return row?.revision ?? 0;
}
