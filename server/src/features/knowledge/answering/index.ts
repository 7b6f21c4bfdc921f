export { answerExtractively, isAnswerable, type Quote } from './answer-extractively.ts';
export { beforeQuestion, isFollowUp, withContext, type Said } from './follow-up.ts';
