import {
  type ActOptions,
  actOnDossier,
  type DossierRef,
  type DossierState,
  type Intent,
  loadDossier,
  openSteps,
  recordReading,
  rulesFor,
} from '#capabilities/dossiers';
import type { WorkflowStep } from '#capabilities/workflow';
import { type Actor, type OfficerActor, type OfficerRole, systemActor } from '#kernel/actor';
import type { UnitId } from '#kernel/ids';
import { invariant } from '#kernel/outcome';
import { SetClock } from '#kernel/time';
import type { Ctx } from '#platform/context';
import { type Database, systemScope } from '#platform/db';
import type { Plan } from './plan.ts';
import type { StageSet } from './stage-set.ts';

/** Every dossier of the sample carries its number in the journal: what is told already is known by it. */
export const requestIdOf = (index: number): string => `sample-${index}`;

/** Tells one dossier: moves its clock forward and acts as the people concerned, through the commands of the room. */
export class Teller {
  readonly set: StageSet;
  readonly plan: Plan;
  readonly clock: SetClock;
  #db: Database;
  #position: number;
  #ref: DossierRef | undefined;
  #state: DossierState | undefined;
  #steps: readonly WorkflowStep[] = [];
  citizen: Actor = { kind: 'public' };

  constructor(set: StageSet, plan: Plan) {
    this.set = set;
    this.plan = plan;
    this.#db = set.web;
    this.#position = plan.submittedAt;
    this.clock = new SetClock(set.axis.at(plan.submittedAt));
  }

  get position(): number {
    return this.#position;
  }
  get ref(): DossierRef {
    invariant(this.#ref, 'the dossier has been filed');
    return this.#ref;
  }
  get state(): DossierState {
    invariant(this.#state, 'the dossier has been filed');
    return this.#state;
  }
  /** Steps of this dossier in the unit that decides, before the result is returned. */
  get steps(): readonly WorkflowStep[] {
    return this.#steps.filter((step) => step.does !== 'receive' && step.does !== 'return');
  }
  get step(): WorkflowStep | undefined {
    return this.#steps.find((step) => step.id === this.state.step);
  }

  /** Working time goes by, at least a minute, never past now. Seconds make the record look as people made it. */
  spend(minutes: number): void {
    this.#position = Math.min(this.#position + Math.max(1, Math.round(minutes)), this.set.axis.length - 1);
    const at = this.set.axis.at(this.#position) + this.plan.chance.below(50) * 1000;
    this.clock.set(Math.max(at, this.clock.now() + 1000));
  }

  /** The transaction that the next acts belong to. */
  use(db: Database): this {
    this.#db = db;
    return this;
  }

  ctx(actor: Actor): Ctx {
    const { plan, set, clock } = this;
    return { clock, actor, locale: 'vi', db: this.#db, log: set.log, requestId: requestIdOf(plan.index) };
  }

  /** After the dossier was filed: the state and the steps of its road. */
  async open(ref: DossierRef): Promise<void> {
    this.#ref = ref;
    const actor =
      this.citizen.kind === 'citizen' ? this.citizen : await this.at('receiver', 'one-stop-officer');
    const ctx = this.ctx(actor);
    const found = await ctx.db.read(
      actor.kind === 'citizen'
        ? { kind: 'citizen', person: actor.person }
        : actor.kind === 'officer'
          ? { kind: 'officer', officer: actor.officer, units: actor.readableUnits }
          : systemScope,
      (reader) => reader.get(loadDossier, { home_unit: ref.homeUnit, id: ref.id }),
    );
    this.#state = found.state;
    this.#steps = openSteps(await rulesFor(this.set.services, found));
  }

  at(
    place: 'receiver' | 'holder' | 'competent',
    role: OfficerRole,
    except?: readonly string[],
  ): Promise<OfficerActor> {
    const unit = this.#state?.[place] ?? this.plan.receiver;
    return this.set.officer(unit, role, this.plan.chance, except);
  }

  /** Acts, and fails loudly where the room refuses: a story that cannot happen is a fault of the sample. */
  async act(actor: Actor, intent: Intent, input: unknown = {}, options: ActOptions = {}): Promise<void> {
    const acted = await actOnDossier(this.ctx(actor), this.set.services, this.ref, intent, input, options);
    if (!acted.ok) {
      const { plan } = this;
      throw new Error(
        `Sample dossier ${plan.index} (${plan.target}, ${plan.definition.code}): ${intent} was refused, ${acted.refusal.code}`,
      );
    }
    this.#state = acted.value.after;
  }

  async actAs(
    place: 'receiver' | 'holder' | 'competent',
    role: OfficerRole,
    intent: Intent,
    input?: unknown,
  ): Promise<void> {
    await this.act(await this.at(place, role), intent, input ?? {});
  }
  bySystem(intent: Intent, input?: unknown): Promise<void> {
    return this.act(systemActor('sample'), intent, input ?? {});
  }

  async reads(actor: OfficerActor, purpose: string): Promise<void> {
    const unit = actor.posts[0]?.unit as UnitId;
    const name = this.set.units.get(unit)?.name ?? '';
    await recordReading(this.ctx(actor), this.ref, { id: unit, name }, purpose);
  }
}
