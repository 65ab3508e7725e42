import { html } from '#platform/html';
import { examplesOf } from '../../example.ts';
import { type DocumentProps, htmlDocument } from './document.ts';

export const documentExamples = examplesOf<DocumentProps>(
  'document',
  htmlDocument,
  {
    'large and dark': {
      locale: 'vi',
      title: 'Bạn cần làm thủ tục gì? – Một Cửa An Giang',
      stylesheets: ['/tep/citizen-1a2b.css'],
      scripts: ['/tep/enhance-1a2b.js'],
      theme: 'dark',
      large: true,
      body: html`<main><h1>Bạn cần làm thủ tục gì?</h1></main>`,
    },
  },
  { wholePage: true },
);
