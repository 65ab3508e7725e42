import {
  type Answers,
  type AnswerValue,
  type CodeLists,
  type CommuneAddress,
  type Facts,
  holds,
  isAddress,
  type Question,
} from '#capabilities/forms';
import { ownPerson } from '#capabilities/identity';
import type { PageCtx } from '#platform/http';
import type { Say } from '../../words/say.ts';

/** What is held about the person, by the source keys of definitions (`person.name`). */
export type Known = Readonly<Record<string, AnswerValue | undefined>>;

const shaped = (address: unknown): CommuneAddress | undefined => {
  if (typeof address !== 'object' || address === null) return undefined;
  const value = address as AnswerValue;
  return isAddress(value) ? value : undefined;
};

/** `Số 12 đường Nguyễn Huệ, Phường Châu Đốc, Tỉnh An Giang` */
export const addressInWords = (lists: CodeLists, { detail, commune, province }: CommuneAddress): string =>
  [detail, lists.label('communes', commune)?.vi, lists.label('provinces', province)?.vi]
    .filter(Boolean)
    .join(', ');

/** Nothing is held about a guest; one query for anybody else. */
export async function knownOf(ctx: PageCtx, lists: CodeLists): Promise<Known> {
  if (ctx.actor.kind !== 'citizen' || ctx.actor.guest) return {};
  const person = await ownPerson(ctx);
  if (!person || person.guest) return {};
  const address = shaped(person.address);
  return {
    'person.name': person.name || undefined,
    'person.birthDate': person.birthDate ?? undefined,
    'person.sex': person.sex ?? undefined,
    'person.personalNumber': person.personalNumber ?? undefined,
    // A personal number is given to Vietnamese citizens only (Luật Căn cước 26/2023/QH15, art. 12).
    'person.nationality': person.personalNumber ? 'VN' : undefined,
    'person.phone': person.phone ?? undefined,
    'person.email': person.email ?? undefined,
    'person.address': address,
    'person.addressInWords': address && addressInWords(lists, address),
  };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Whether this answer stands as we hold it, and was not typed differently. What is held is about the one who files: the same
 * nationality of somebody else comes from nowhere.
 */
export const comesFromKnown = (question: Question, answers: Answers, facts: Facts, known: Known): boolean =>
  question.prefill !== undefined &&
  answers[question.id] !== undefined &&
  holds(question.prefillIf, answers, facts) &&
  same(known[question.prefill], answers[question.id]);

const vouched = new Set(
  ['name', 'birthDate', 'sex', 'personalNumber', 'nationality'].map((key) => `person.${key}`),
);

/** Where a datum we hold comes from, in words. */
export const sourceOf = (say: Say, key: string): string =>
  vouched.has(key) ? say('VNeID', 'VNeID') : say('tài khoản của bạn', 'your account');
