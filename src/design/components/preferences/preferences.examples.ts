import { examplesOf } from '../../example.ts';
import { type PreferencesProps, preferences } from './preferences.ts';

export const preferencesExamples = examplesOf<PreferencesProps>('preferences', preferences, {
  'links and a post': {
    items: [
      { text: 'Chữ lớn', to: { href: '?chu-lon=1' }, icon: 'letters' },
      { text: 'English', to: { href: '?lang=en' }, lang: 'en' },
      { text: 'Nền tối', to: { action: '/hien-thi', name: 'nen', value: 'toi' } },
    ],
  },
});
