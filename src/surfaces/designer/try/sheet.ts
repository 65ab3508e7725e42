import { type PaperTemplate, renderPaper } from '#capabilities/papers';
import type { Outcome } from '#kernel/outcome';
import type { Instant } from '#kernel/time';

/** Signs of the template language, so that a name is never read as a placeholder. */
const plain = (text: string): string => text.replaceAll(/[{}*]/g, ' ');

/** The sheet that stands for a paper in a try-out: its name, and that nobody handed it in. */
export function specimenSheet(title: string, at: Instant): Promise<Outcome<Uint8Array>> {
  const template: PaperTemplate = {
    id: 'giay-thu',
    version: 1,
    title,
    source: 'try-out',
    watermark: 'BẢN THỬ',
    placeholders: {},
    blocks: [
      { kind: 'heading', text: plain(title).toLocaleUpperCase('vi') },
      {
        kind: 'paragraph',
        text: 'Trang này thay cho giấy tờ mà người nộp tải lên hoặc mang đến.',
        align: 'center',
      },
      { kind: 'note', text: 'Giấy tờ thử, không phải của ai và không có giá trị.' },
    ],
  };
  return renderPaper(template, { at, values: {} });
}
