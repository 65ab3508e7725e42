/**
 * What stands in for the rooms that a browser does without, as text of CommonJS modules, which may lack what nobody asks them for.
 * FEEL is not judged there: no judged question has any (forms, `judgedPage`). Patterns are the browser's own engine's, which cannot
 * run for ever on the ones without groups that come to it.
 */
export const standIns: Readonly<Record<string, string>> = {
  '#capabilities/rules': `
    exports.compileFeel = () => ({ ok: false, refusal: { code: 'not-here' } });
    exports.holdsFeel = () => false;`,
  '#platform/validation': `
    exports.linearPattern = (text) => new RegExp(text, 'u');`,
};

/** Readers of questions that are not judged there. */
export const unread = `
  const nothing = () => ({ value: undefined });
  export const readSearchChoice = nothing;
  export const readOldAddress = nothing;
  export const readCommuneAddress = nothing;
  export const searchPart = '-search';`;
