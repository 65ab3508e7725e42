import { type Html, html } from '#platform/html';
import { examplesOf } from '../../example.ts';
import { type ButtonLinkProps, type ButtonProps, button, buttonGroup, buttonLink } from './button.ts';

export const buttonExamples = examplesOf<ButtonProps>('button', button, {
  primary: { text: 'Bổ sung giấy chứng sinh', kind: 'primary' },
  secondary: { text: 'Tra cứu', icon: 'search' },
  warning: { text: 'Rút hồ sơ', kind: 'warning', icon: 'warning' },
  'with a key': { text: 'Trình ký', kind: 'primary', key: 'T', name: 'act', value: 'sign' },
  'cannot act': { text: 'Duyệt', id: 'duyet', disabledReason: 'Bạn đã soạn kết quả này; người khác sẽ ký.' },
});

export const buttonLinkExamples = examplesOf<ButtonLinkProps>('button-link', buttonLink, {
  link: { text: 'Xuất Excel', href: '#xuat', icon: 'download', key: 'E' },
});

const pair = (props: { readonly first: ButtonProps; readonly second: ButtonLinkProps }): Html =>
  html`${buttonGroup([button(props.first), buttonLink(props.second)])}`;

export const buttonGroupExamples = examplesOf('button-group', pair, {
  'two ways on': {
    first: { text: 'Nộp hồ sơ', kind: 'primary' },
    second: { text: 'Xem lại câu trả lời', href: '#xem-lai' },
  },
});
