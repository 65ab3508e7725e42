import { answer, nothing, type Reader, textOf } from './reader.ts';

/** Shape of a reference to an uploaded file. */
export const fileReference = /^[A-Za-z0-9][A-Za-z0-9-]{0,79}$/;

/**
 * Nothing is typed here: the answer is the file that lies in the slot. Where nobody knows the files (a submission is
 * judged once more), the reference given stands, and whether the paper is there is asked of the papers themselves.
 */
export const readFile: Reader = ({ question, name, fields, context }) => {
  if (context.files === undefined) {
    const sent = textOf(fields, name);
    return fileReference.test(sent) ? answer(sent) : nothing;
  }
  const file = context.files[question.document ?? '']?.at(-1);
  return file === undefined ? nothing : answer(file);
};
