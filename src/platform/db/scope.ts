import { isUuid } from '#kernel/ids';

/** What row-level security is told about who asks. Values are checked here because they become part of one statement. */
export interface Scope {
  readonly kind: 'public' | 'citizen' | 'officer' | 'auditor' | 'system';
  readonly person?: string;
  readonly officer?: string;
  readonly units?: readonly string[];
  /** Supervisors of the whole province (inspector, provincial monitor): every unit. */
  readonly everywhere?: boolean;
}

export const publicScope: Scope = { kind: 'public' };
export const systemScope: Scope = { kind: 'system' };

const checked = (id: string): string => {
  if (!isUuid(id)) throw new Error('A scope holds identifiers only');
  return id;
};

/** The call that tells the database; one text, so that it travels in the same round trip as `begin`. */
export function enterScope(scope: Scope): string {
  const person = scope.person ? checked(scope.person) : '';
  const officer = scope.officer ? checked(scope.officer) : '';
  const units = `{${(scope.units ?? []).map(checked).join(',')}}`;
  return `select scope.enter('${scope.kind}','${person}','${officer}','${units}',${scope.everywhere === true})`;
}
