import { z } from 'zod';
import type { LocalText } from '#kernel/text';
import { type Moment, ownMoments, wordsOf } from './moments.ts';

/** One thing that is wrong with a message of a procedure's own, said so that it can be mended. */
export interface MessageProblem {
  readonly code:
    | 'message-unasked'
    | 'message-unreadable'
    | 'message-language'
    | 'message-hole-unknown'
    | 'message-too-long';
  /** `title.vi` of the template; empty for the whole. */
  readonly at: string;
  readonly text: Required<LocalText>;
}

const prefix = 'message-';
/** The key of a message among the templates of a procedure: `message-accepted`. */
export const keyOfMessage = (moment: Moment): string => `${prefix}${moment}`;
export const momentOfKey = (key: string): Moment | undefined =>
  ownMoments.find((moment) => keyOfMessage(moment) === key);

/** A subject travels openly through many hands: nothing but the code and fixed words. */
export const titleWords: readonly string[] = ['code'];
/** A subject is read on a phone; a body is read at once or not at all. */
const most = { title: 90, body: 2000 } as const;

const text = z.object({ vi: z.string(), en: z.string().optional() });
const shape = z.object({ moment: z.string(), version: z.number().optional(), title: text, body: text });

const parts = { title: ['Tiêu đề', 'Subject'], body: ['Nội dung', 'Text'] } as const;
const languages = { vi: ['tiếng Việt', 'Vietnamese'], en: ['tiếng Anh', 'English'] } as const;

/** Judges a message that a procedure brings along: both languages, known words only, and short enough. */
export function ownMessageProblems(key: string, candidate: unknown): readonly MessageProblem[] {
  const whole = (code: MessageProblem['code'], vi: string, en: string): readonly MessageProblem[] => [
    { code, at: '', text: { vi, en } },
  ];
  const moment = momentOfKey(key);
  if (!moment)
    return whole(
      'message-unasked',
      `Không có lúc nào gửi tin “${key}”. Hãy bỏ mẫu này.`,
      `There is no moment for the message “${key}”. Remove it.`,
    );
  const read = shape.safeParse(candidate);
  if (!read.success || read.data.moment !== moment)
    return whole(
      'message-unreadable',
      `Không đọc được mẫu tin “${key}”. Hãy chép lại từ mẫu chung.`,
      `The message “${key}” cannot be read. Copy the common one again.`,
    );
  const found: MessageProblem[] = [];
  for (const part of ['title', 'body'] as const)
    for (const language of ['vi', 'en'] as const) {
      const said = read.data[part][language] ?? '';
      const at = `${part}.${language}`;
      const [partVi, partEn] = parts[part];
      const [tongue, tongueEn] = languages[language];
      const problem = (code: MessageProblem['code'], vi: string, en: string) =>
        found.push({
          code,
          at,
          text: { vi: `${partVi} ${tongue}: ${vi}`, en: `${partEn} in ${tongueEn}: ${en}` },
        });
      if (said.trim() === '') problem('message-language', 'còn trống. Hãy viết.', 'empty. Write it.');
      const allowed = part === 'title' ? titleWords : wordsOf(moment);
      for (const [whole, name = ''] of said.matchAll(/\{([^{}]*)\}/g))
        if (!allowed.includes(name))
          problem(
            'message-hole-unknown',
            `không có gì để điền vào ${whole}. Dùng được: ${allowed.map((each) => `{${each}}`).join(' ')}.`,
            `nothing fills ${whole}. Known: ${allowed.map((each) => `{${each}}`).join(' ')}.`,
          );
      if (said.length > most[part])
        problem(
          'message-too-long',
          `dài ${said.length} ký tự, nhiều nhất ${most[part]}. Hãy viết ngắn lại.`,
          `${said.length} characters, at most ${most[part]}. Make it shorter.`,
        );
    }
  return found;
}
