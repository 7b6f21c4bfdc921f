export { answerExtractively, isAnswerable, USUAL_THRESHOLD, type Quote } from './answer-extractively.ts';
