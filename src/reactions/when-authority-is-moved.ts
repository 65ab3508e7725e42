import { dayWords } from '#capabilities/dossiers';
import type { ReactionDeps } from './telling/deps.ts';
import { tell } from './telling/tell.ts';
import { whenDossier } from './telling/when.ts';

/** A decision moved authority over the procedure of an open dossier: its owner hears who decides it from when. */
export const whenAuthorityIsMoved = (deps: ReactionDeps) =>
  whenDossier(
    'authority-moved',
    async ({ payload }, about, event, reacting) => {
      const [before, after] = await Promise.all([
        deps.services.unit(payload.from),
        deps.services.unit(payload.to),
      ]);
      const outcome = payload.stays
        ? {
            vi: `Hồ sơ của bạn vẫn do ${before.name} giải quyết đến cùng.`,
            en: `Your dossier stays with ${before.name} to its end.`,
          }
        : {
            vi: `Từ nay ${after.name} giải quyết hồ sơ của bạn. Bạn không phải nộp lại, ngày hẹn không đổi.`,
            en: `${after.name} now decides your dossier. You file nothing again, and the promised day stands.`,
          };
      return tell(deps, event, reacting, about, {
        moment: 'authority-moved',
        unit: payload.stays ? payload.from : payload.to,
        words: {
          decision: payload.decision,
          day: dayWords(payload.on),
          before: before.name,
          after: after.name,
          outcome,
        },
      });
    },
    'when-authority-is-moved',
  );
