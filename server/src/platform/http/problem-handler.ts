import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, Request } from 'express';
import mongoose from 'mongoose';
import { mongo } from 'mongoose';
import type { Logger } from 'pino';
import { commonProblems } from '../errors/common.ts';
import { Problem, toProblemJson } from '../errors/problem.ts';

/** Answers every error as problem details (RFC 9457), in the caller's language, without a stack or a secret. */
export function problemHandler(log: Logger): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) return next(error);
    const instance = randomUUID();
    const problem = problemOf(error);
    if (problem.type.status >= 500) log.error({ err: error as Error, instance, path: request.path }, problem.code);
    for (const [name, value] of Object.entries(problem.headers)) response.setHeader(name, value);
    response.status(problem.type.status).type('application/problem+json');
    response.send(JSON.stringify(toProblemJson(problem, languageOf(request), instance)));
  };
}

/** What an error means to the caller. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { type, status } = error as { type?: string; status?: number };
  if (type === 'entity.parse.failed') return commonProblems.malformed_json({ detail: (error as Error).message });
  if (type === 'entity.too.large') return commonProblems.body_too_large();
  if (status === 400 || error instanceof URIError)
    return commonProblems.invalid_request({ detail: (error as Error).message });
  if (isConnectionError(error)) return commonProblems.database_unavailable({ headers: { 'Retry-After': '1' } });
  return commonProblems.internal_error();
}

export function languageOf(request: Request): 'en' | 'ru' {
  return request.acceptsLanguages('en', 'ru') === 'ru' ? 'ru' : 'en';
}

function isConnectionError(error: unknown): boolean {
  return (
    error instanceof mongo.MongoNetworkError ||
    error instanceof mongo.MongoServerSelectionError ||
    error instanceof mongo.MongoNotConnectedError ||
    error instanceof mongo.MongoTopologyClosedError ||
    error instanceof mongo.MongoOperationTimeoutError ||
    error instanceof mongoose.Error.MongooseServerSelectionError ||
    (error instanceof mongo.MongoError && /pool.*cleared|interrupted|shutdown/i.test(error.message))
  );
}
