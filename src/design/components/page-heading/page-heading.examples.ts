import { html } from '#platform/html';
import { examplesOf } from '../../example.ts';
import { type PageHeadingProps, pageHeading } from './page-heading.ts';

// An `h1` of its own: a page, not a part of the gallery.
const page = (props: PageHeadingProps) => html`<main>${pageHeading(props)}</main>`;

export const pageHeadingExamples = examplesOf(
  'page-heading',
  page,
  { citizen: { code: 'H01.105-261119-0042', title: 'Đăng ký khai sinh' } },
  { wholePage: true },
);
