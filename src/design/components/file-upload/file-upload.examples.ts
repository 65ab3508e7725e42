import { html } from '#platform/html';
import { examplesOf } from '../../example.ts';
import { type FileUploadProps, fileUpload } from './file-upload.ts';

export const fileUploadExamples = examplesOf<FileUploadProps>('file-upload', fileUpload, {
  camera: {
    name: 'giay-chung-sinh',
    label: 'Giấy chứng sinh',
    hint: 'Đặt giấy trên nền tối, chụp đủ bốn góc',
    rule: 'Ảnh hoặc PDF, tối đa 10 MB',
    accept: 'image/*,application/pdf',
    capture: 'environment',
    maxBytes: 10_000_000,
    tooBigText: 'Tệp lớn hơn 10 MB; hãy chụp lại hoặc chọn tệp nhỏ hơn',
    shrinkTo: 400_000,
  },
  'kept, error': {
    name: 'giay-to-khac',
    label: 'Giấy tờ khác',
    rule: 'Ảnh hoặc PDF, tối đa 5 tệp',
    error: 'Tệp này không có nội dung; hãy chọn lại',
    required: false,
    multiple: true,
    kept: [{ name: 'giay-ket-hon.jpg', note: '312 kB', action: html`<a href="#bo-tep">Bỏ tệp này</a>` }],
  },
});
