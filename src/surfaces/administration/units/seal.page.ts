import { z } from 'zod';
import { organisationPermissions, type Unit } from '#capabilities/organisations';
import { type Seal, sealLimits, setSeal } from '#capabilities/signing';
import { button, card, fileUpload } from '#design';
import type { UnitId } from '#kernel/ids';
import { type Refusal, refused } from '#kernel/outcome';
import { formatDateTime } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import { type Doors, filesIn } from '#surfaces/shared';
import { controlsOf, postForm } from '../core/form.ts';
import { adminReply, beyondRights, refusedReply } from '../core/frame.ts';
import { sayIn } from '../core/say.ts';
import { sentenceFor } from '../sentences.ts';
import { unitHref } from './list.page.ts';
import { withUnit } from './own-unit.ts';

const permission = organisationPermissions.manageUnits;
const input = z.object({ unit: z.uuid() });
const field = 'hinh-dau';

/** The picture of an agency's own seal: looked at, set, taken away. */
export const sealPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: '/quan-tri/don-vi/:unit/dau',
    permission,
    audit: 'none',
    input,
    handle: (ctx, { unit }) => withOwn(ctx, doors, unit, (own) => sealReply(ctx, doors, own)),
  }),
  definePage({
    method: 'GET',
    path: '/quan-tri/don-vi/:unit/dau/hinh.png',
    permission,
    audit: 'none',
    input,
    handle: (ctx, { unit }) =>
      withOwn(ctx, doors, unit, async (own) => {
        const seal = await doors.signing?.sealOf(ctx, own.id);
        return seal
          ? { kind: 'bytes', status: 200, type: 'image/png', bytes: seal.picture }
          : problem('not-found');
      }),
  }),
  definePage({
    method: 'POST',
    path: '/quan-tri/don-vi/:unit/dau',
    permission,
    audit: 'signing.set-seal',
    perMinute: 30,
    multipart: true,
    input,
    async handle(ctx, { unit }) {
      const { [field]: file } = await filesIn(ctx, { [field]: sealLimits.octets });
      return file
        ? changed(ctx, doors, unit, file.bytes)
        : withOwn(ctx, doors, unit, (own) => sealReply(ctx, doors, own, noFile.refusal));
    },
  }),
  definePage({
    method: 'POST',
    path: '/quan-tri/don-vi/:unit/dau/bo',
    permission,
    audit: 'signing.remove-seal',
    input,
    handle: (ctx, { unit }) => changed(ctx, doors, unit, undefined),
  }),
];

const noFile = refused({ code: 'seal-missing', field: 'picture' });

const withOwn = (
  ctx: PageCtx,
  doors: Doors,
  id: string,
  go: (unit: Unit) => Promise<Reply>,
): Promise<Reply> => (doors.signing ? withUnit(ctx, doors, id, go) : Promise.resolve(problem('not-found')));

async function changed(
  ctx: PageCtx,
  doors: Doors,
  unit: string,
  picture: Uint8Array | undefined,
): Promise<Reply> {
  const outcome = await setSeal(ctx, doors.units, unit as UnitId, picture);
  if (outcome.ok) return redirectTo(unitHref(outcome.value, '/dau?xong=1'));
  if (beyondRights(outcome.refusal)) return refusedReply(ctx, doors, 'units', outcome.refusal);
  return withOwn(ctx, doors, unit, (own) => sealReply(ctx, doors, own, outcome.refusal));
}

async function sealReply(ctx: PageCtx, doors: Doors, unit: Unit, refusal?: Refusal): Promise<Reply> {
  const say = sayIn(ctx.locale);
  const seal = await doors.signing?.sealOf(ctx, unit.id);
  return adminReply(ctx, doors, {
    title: say(`Hình dấu của ${unit.name}`, `Seal of ${unit.name}`),
    at: 'units',
    back: { href: unitHref(unit.id), text: unit.name },
    main: html`${
      seal
        ? standing(ctx, unit, seal)
        : html`<p>${say(
            'Chưa có hình dấu. Chữ ký của cơ quan hiện bằng chữ: tên cơ quan và thời gian ký.',
            'There is no picture. Signatures of the agency show its name and the time in words.',
          )}</p>`
    }${form(ctx, unit, refusal)}`,
    refusal,
    target: refusal ? field : undefined,
  });
}

function standing(ctx: PageCtx, unit: Unit, { since }: Seal): Html {
  const say = sayIn(ctx.locale);
  return card({
    title: say('Hình dấu đang dùng', 'The seal in use'),
    content: html`<p><img${attributes({
      src: unitHref(unit.id, `/dau/hinh.png?${since}`),
      alt: say(`Hình dấu của ${unit.name}`, `Seal of ${unit.name}`),
      width: 136,
      height: 136,
    })}></p><p class="mc-quiet">${say(`Từ ${formatDateTime(since)}. Trên giấy rộng 36 mm.`, `Since ${formatDateTime(since)}; 36 mm across on paper.`)}</p>${postForm(
      ctx,
      unitHref(unit.id, '/dau/bo'),
      button({ text: say('Bỏ hình dấu này', 'Take it away'), kind: 'warning' }),
    )}`,
  });
}

function form(ctx: PageCtx, unit: Unit, refusal: Refusal | undefined): Html {
  const say = sayIn(ctx.locale);
  const kilobytes = sealLimits.octets / 1024;
  const upload = fileUpload({
    ...controlsOf(ctx, refusal, field)(
      field,
      say('Hình dấu', 'Picture of the seal'),
      say(
        'Dấu màu đỏ, nền trong suốt, cắt sát mép dấu, chiều ngang bằng chiều cao',
        'The seal in red on a clear ground, cut at its edge, as wide as high',
      ),
    ),
    rule: say(
      `Tệp PNG, mỗi cạnh ${sealLimits.leastSide} đến ${sealLimits.mostSide} điểm, tối đa ${kilobytes} KB`,
      `PNG, each side ${sealLimits.leastSide} to ${sealLimits.mostSide} points, at most ${kilobytes} KB`,
    ),
    accept: 'image/png',
    maxBytes: sealLimits.octets,
    tooBigText: sentenceFor({ code: 'seal-large' }, ctx.locale),
  });
  return card({
    title: say('Đặt hình dấu', 'Set the picture'),
    content: html`<form class="mc-stack"${attributes({
      method: 'post',
      enctype: 'multipart/form-data',
      novalidate: true,
      action: `${unitHref(unit.id, '/dau')}?_csrf=${encodeURIComponent(ctx.csrf)}`,
    })}>${upload}${button({ text: say('Dùng hình dấu này', 'Use this picture'), kind: 'primary' })}</form>`,
  });
}
