import { z } from 'zod';
import { anywhereGoal, cataloguePermissions } from '#capabilities/catalogue';
import { definePage, htmlReply, problem, type Route } from '#platform/http';
import { citizenPage, csvText, type Doors } from '#surfaces/shared';
import { back } from '../words/page.ts';
import { sayIn } from '../words/say.ts';
import { anywhereView } from './anywhere.view.ts';
import { gathered, rememberedCoverage } from './coverage.ts';

const permission = cataloguePermissions['catalogue.read'];
const size = 30;

/** What any centre receives, as a page and as data. A ministry has one centre, and no such list. */
export const anywherePages = (doors: Doors): readonly Route[] => {
  const coverage = rememberedCoverage(doors);
  return [
    definePage({
      method: 'GET',
      path: '/nop-moi-noi',
      permission,
      audit: 'none',
      input: z.object({
        'linh-vuc': z.string().max(200).catch('').default(''),
        trang: z.coerce.number().int().min(1).max(500).catch(1).default(1),
      }),
      async handle(ctx, { 'linh-vuc': field, trang }) {
        if (doors.place.kind !== 'province') return problem('not-found');
        const say = sayIn(ctx.locale);
        const whole = await coverage();
        const found = whole.procedures.filter(
          (each) => each.anywhere && (field === '' || each.field === field),
        );
        const page = Math.min(trang, Math.max(1, Math.ceil(found.length / size)));
        const main = anywhereView({
          say,
          locale: ctx.locale,
          place: doors.place.name,
          ...whole,
          byUnit: gathered(whole.byUnit),
          field,
          page,
          size,
          found,
        });
        const title = say('Nộp hồ sơ ở bất kỳ trung tâm nào', 'File at any centre');
        return htmlReply(
          citizenPage(ctx, doors, {
            title,
            main,
            before: back('/trung-tam', say('Nơi nộp hồ sơ', 'Centres')),
          }),
        );
      },
    }),
    definePage({
      method: 'GET',
      path: '/nop-moi-noi.csv',
      permission,
      audit: 'none',
      input: z.object({}),
      async handle() {
        if (doors.place.kind !== 'province') return problem('not-found');
        const { procedures } = await coverage();
        const rows = procedures.map((each) => [
          each.code,
          each.name,
          each.field,
          each.levels.map((level) => levelWords[level] ?? level).join('; '),
          each.anywhere ? 'có' : 'chưa',
          each.by?.decision ?? '',
          each.by?.from_day ?? '',
        ]);
        const head = ['Mã', 'Tên thủ tục', 'Lĩnh vực', 'Cấp', 'Nộp ở mọi trung tâm', 'Quyết định', 'Từ ngày'];
        return data('text/csv; charset=utf-8', csvText([head, ...rows]));
      },
    }),
    definePage({
      method: 'GET',
      path: '/nop-moi-noi.json',
      permission,
      audit: 'none',
      input: z.object({}),
      async handle() {
        if (doors.place.kind !== 'province') return problem('not-found');
        const { day, all, byField, byUnit, procedures } = await coverage();
        const body = { place: doors.place.name, day, goal: anywhereGoal, all, byField, byUnit, procedures };
        return data('application/json; charset=utf-8', JSON.stringify(body));
      },
    }),
  ];
};

const levelWords: Readonly<Record<string, string>> = {
  ministry: 'bộ',
  province: 'tỉnh',
  commune: 'xã',
  other: 'khác',
};

const data = (type: string, text: string) =>
  ({
    kind: 'bytes',
    status: 200,
    type,
    bytes: Buffer.from(text),
    headers: { 'cache-control': 'no-store' },
  }) as const;
