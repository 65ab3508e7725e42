import { trustedMarkup } from '#platform/html';
import { examplesOf } from '../../example.ts';
import { type QrFigureProps, qrFigure } from './qr-figure.ts';

// Not a real code: the wrapper is shown, not the drawing.
const cells = Array.from({ length: 21 * 21 }, (_, i) => ({ x: i % 21, y: Math.floor(i / 21) }))
  .filter(({ x, y }) => {
    const corner = (ax: number, ay: number) => Math.max(Math.abs(x - ax), Math.abs(y - ay));
    for (const ring of [corner(3, 3), corner(17, 3), corner(3, 17)])
      if (ring <= 4) return ring === 3 || ring < 2;
    return (x * 7 + y * 11 + x * y) % 3 === 0;
  })
  .map(({ x, y }) => `M${x} ${y}h1v1h-1z`)
  .join('');

const svg = trustedMarkup(
  `<svg width="294" height="294" viewBox="0 0 21 21" aria-hidden="true"><path d="${cells}"/></svg>`,
);

export const qrFigureExamples = examplesOf<QrFigureProps>('qr-figure', qrFigure, {
  receipt: {
    svg,
    label: 'Mã QR mở trang tra cứu hồ sơ H01.105-261119-0042',
    code: 'H01.105-261119-0042',
    caption: 'Quét để tra cứu, không cần đăng nhập.',
  },
  'to pay by': {
    svg,
    label: 'Mã QR chuyển khoản 30.000 đồng',
    caption: 'Quét bằng ứng dụng ngân hàng: tài khoản, số tiền và nội dung tự điền.',
    large: true,
  },
});
