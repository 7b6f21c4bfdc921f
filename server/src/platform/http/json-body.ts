import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { commonProblems } from '../errors/common.ts';
import { findJsonError } from './find-json-error.ts';

const LIMIT = '1mb';

/** Reads JSON bodies, one megabyte at most if nothing else is said; a broken one is answered with the place where it breaks. */
export function jsonBody(limit = LIMIT): (RequestHandler | ErrorRequestHandler)[] {
  return [express.json({ limit }), toProblem];
}

const toProblem: ErrorRequestHandler = (error: { type?: string; body?: unknown }, _request, _response, next) => {
  if (error.type === 'entity.too.large') return next(commonProblems.body_too_large());
  if (error.type !== 'entity.parse.failed' || typeof error.body !== 'string') return next(error);
  const { line, column } = findJsonError(error.body);
  next(commonProblems.malformed_json({ detail: `line ${line}, column ${column}` }));
};
