import { unsignedScans } from '#capabilities/dossiers';
import { checkboxes } from '#design';
import { done, refused } from '#kernel/outcome';
import { formatDateTime } from '#kernel/time';
import { signScans } from '../../signing/index.ts';
import { type ActForm, many } from '../act-form.ts';

/** Each scan is ticked by hand: whoever signs has held the paper beside it. */
export const signScansForm: ActForm = {
  lead: ({ say }) =>
    say(
      'Chữ ký số của bạn xác nhận bản quét đúng với bản giấy đã nhận. Hãy đối chiếu từng bản rồi đánh dấu.',
      'Your signature says that the scan shows the paper that was received. Compare each, then tick it.',
    ),
  fields: ({ opened, typed, error }) =>
    checkboxes({
      name: 'ban-quet',
      label: opened.say('Bản quét đã đối chiếu với bản giấy', 'Scans compared with the paper'),
      error: error('ban-quet'),
      values: many(typed, 'ban-quet'),
      options: unsignedScans(opened.view.state, opened.view.documents).map((paper) => ({
        value: paper.id,
        text: paper.title,
        hint: [paper.file_name, formatDateTime(paper.added_at)].filter(Boolean).join(' · '),
      })),
      locale: opened.locale,
    }),
  async input({ ctx, doors, opened: { view }, typed, round }) {
    const ticked = many(typed, 'ban-quet');
    const papers = unsignedScans(view.state, view.documents).filter(({ id }) => ticked.includes(id));
    if (papers.length === 0) return refused({ code: 'scans-missing', field: 'scans' });
    const { scans, refusal } = await signScans(ctx, doors, view.state.receiver, papers, round);
    return refusal ? refused({ ...refusal, field: 'scans' }) : done({ scans });
  },
  controls: { scans: 'ban-quet', 'paper-not-here': 'ban-quet', 'scan-signed': 'ban-quet' },
  withPaper: true,
};
