import { examplesOf } from '../../example.ts';
import { type DocumentViewerProps, documentViewer } from './document-viewer.ts';

// Any picture that is always served; real pages come from the drawing process.
const sheet = '/favicon.svg';

export const documentViewerExamples = examplesOf<DocumentViewerProps>('document-viewer', documentViewer, {
  'one page': {
    title: 'Giấy chứng sinh',
    headingLevel: 4,
    pages: [{ src: sheet, alt: 'Giấy chứng sinh, trang 1 trên 1', width: 240, height: 240 }],
    download: { href: '#tai-ve', text: 'Tải tệp gốc' },
    note: 'Đã đối chiếu bản chính tại Long Xuyên, 20/11 07:40',
  },
  empty: { title: 'Văn bản ủy quyền', headingLevel: 4, pages: [], emptyText: 'Chưa có trang nào.' },
});
