import { settingDefinitions } from '../../src/main/config/definitions.ts';
import { settingsAsMarkdown } from '../../src/main/config/settings-as-text.ts';
import { type Generator, generatedNote, referenceFolder } from './generator.ts';

export const settingsPage: Generator = {
  name: 'settings',
  make: () => ({
    [`${referenceFolder}/settings.md`]: `${generatedNote}\n${settingsAsMarkdown(settingDefinitions)}`,
  }),
};
