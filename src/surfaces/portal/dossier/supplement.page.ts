import { actOnDossier, type DossierView, type StoredFile } from '#capabilities/dossiers';
import { uuidv7 } from '#kernel/ids';
import { invariant, type Refusal } from '#kernel/outcome';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { addressOf } from '../tracking/next-action.ts';
import { sayIn } from '../words/say.ts';
import { codeInput, dossierReply, multipartAction, openMine, ownPermission, refOf } from './mine.ts';
import { paperField, supplementView } from './supplement.view.ts';
import { takeUploads, textField, type Uploaded } from './uploads.ts';

const path = '/cua-toi/ho-so/:code/bo-sung';

function show(ctx: PageCtx, doors: Doors, view: DossierView, refusals: readonly Refusal[] = []): Reply {
  const { supplement } = view.state;
  invariant(supplement, 'a supplement is asked for');
  const say = sayIn(ctx.locale);
  const { code } = view.dossier;
  const main = supplementView({
    say,
    locale: ctx.locale,
    action: multipartAction(ctx, addressOf(code, '/bo-sung')),
    supplement,
    rule: ctx.locale === 'en' ? doors.files.rule.en : doors.files.rule.vi,
    maxBytes: doors.place.maxUpload,
    note: textField(ctx, 'note'),
    refusals,
  });
  return dossierReply(ctx, doors, {
    code,
    title: say('Bổ sung giấy tờ', 'Add papers'),
    main,
    errors: refusals.length > 0,
  });
}

const waiting = ({ state }: DossierView): boolean =>
  state.stage === 'supplement' && state.supplement !== undefined && state.supplement.sentAt === undefined;

/** Rows of the papers sent, and which earlier ones they stand for. */
function rowsOf(ctx: PageCtx, view: DossierView, taken: readonly Uploaded[]) {
  const at = new Date(ctx.clock.now()).toISOString();
  const asked = view.state.supplement?.papers ?? [];
  const documents = taken.map(({ field, file }) => {
    const paper = asked[Number(field.replace('giay-', ''))];
    return rowOf(view, file, paper?.demand ?? 'khac', paper?.title ?? 'Giấy tờ khác', at, ctx.clock.now());
  });
  const documentChanges = view.documents.flatMap((old) => {
    const next = documents.find((row) => row.demand === old.demand && row.demand !== 'khac');
    return next && old.replaced_by === null ? [{ id: old.id, replaced_by: next.id }] : [];
  });
  return { documents, documentChanges };
}

const rowOf = (
  { dossier, state }: DossierView,
  file: StoredFile,
  demand: string,
  title: string,
  at: string,
  now: number,
) => ({
  home_unit: dossier.home_unit,
  dossier_id: dossier.id,
  id: uuidv7(now),
  demand,
  title,
  sha256: file.sha256,
  file_name: file.name,
  size: file.size,
  kind: file.kind,
  source: 'upload',
  originals: 0,
  copies: 1,
  seq: state.seq + 1,
  added_at: at,
  note: '',
});

/** Every asked paper has a file, unless the person writes why not. */
function missing(
  view: DossierView,
  taken: readonly Uploaded[],
  refused: readonly Refusal[],
  note: string,
): Refusal[] {
  if (note.trim() !== '') return [];
  const touched = new Set([...taken.map((one) => one.field), ...refused.map((one) => one.field)]);
  return (view.state.supplement?.papers ?? []).flatMap((paper, index) =>
    touched.has(paperField(index))
      ? []
      : [{ code: 'paper-missing', field: paperField(index), details: { paper: paper.title } }],
  );
}

export const supplementPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path,
    permission: ownPermission,
    audit: 'none',
    input: codeInput,
    async handle(ctx, { code }) {
      const view = await openMine(ctx, doors, code);
      if (!view) return problem('not-found');
      return waiting(view) ? show(ctx, doors, view) : redirectTo(addressOf(view.dossier.code));
    },
  }),
  definePage({
    method: 'POST',
    path,
    permission: ownPermission,
    audit: 'dossier.supplement-sent',
    input: codeInput,
    multipart: true,
    async handle(ctx, { code }) {
      const view = await openMine(ctx, doors, code);
      if (!view) return problem('not-found');
      const { taken, refusals } = await takeUploads(ctx, doors);
      if (!waiting(view)) return redirectTo(addressOf(view.dossier.code));
      const note = textField(ctx, 'note');
      const faults = [...refusals, ...missing(view, taken, refusals, note)];
      if (faults.length > 0) return show(ctx, doors, view, faults);
      const extra = rowsOf(ctx, view, taken);
      const acted = await actOnDossier(
        ctx,
        doors.services,
        refOf(view),
        'send-supplement',
        { documents: extra.documents.map((row) => row.id), note },
        { expectedSeq: view.state.seq, extra },
      );
      if (!acted.ok) return show(ctx, doors, view, [{ ...acted.refusal, field: 'note' }]);
      return redirectTo(addressOf(view.dossier.code, '?xong=bo-sung'));
    },
  }),
];
