import { examplesOf } from '../../example.ts';
import { icon, iconNames } from './icon.ts';

export const iconExamples = examplesOf(
  'icon',
  icon,
  Object.fromEntries(iconNames.map((name) => [name, { name, label: `Biểu tượng ${name}` }])),
);
