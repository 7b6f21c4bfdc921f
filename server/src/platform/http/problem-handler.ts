import type { ErrorRequestHandler, Request } from 'express';
import mongoose, { mongo } from 'mongoose';
import type { Logger } from 'pino';
import { commonProblems } from '../errors/common.ts';
import { Problem, toProblemJson, type Language } from '../errors/problem.ts';
import { requestIdOf } from './request-id.ts';

/** Answers every error as problem details (RFC 9457), in the caller's language, without a stack or a secret. */
export function problemHandler(log: Logger): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) return next(error);
    const instance = requestIdOf(response);
    const problem = problemOf(error);
    if (problem.status >= 500) log.error({ err: error as Error, instance, path: request.path }, problem.code);
    response.set(problem.headers).status(problem.status).type('application/problem+json');
    response.send(JSON.stringify(toProblemJson(problem, languageOf(request), instance)));
  };
}

/** What an error means to the caller: a problem stays itself, a database that is away is said, all else is `internal_error`. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { status } = error as { status?: number };
  if (error instanceof URIError || status === 400)
    return commonProblems.invalid_request({ detail: (error as Error).message });
  if (status === 415) return commonProblems.unsupported_media_type({ detail: (error as Error).message });
  if (isConnectionError(error)) return commonProblems.database_unavailable({ headers: { 'Retry-After': '1' } });
  return commonProblems.internal_error();
}

function languageOf(request: Request): Language {
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
