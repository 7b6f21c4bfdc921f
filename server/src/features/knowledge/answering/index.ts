export { answerExtractively, isAnswerable, type Quote } from './answer-extractively.ts';
