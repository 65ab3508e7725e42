export {
  type Rating,
  rateDossier,
  rateDossierBySecret,
  ratingAnswers,
  ratingBySecret,
  ratingOf,
  ratingQuestions,
} from './rating.ts';
