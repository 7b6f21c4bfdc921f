import { defineProblems } from './problem.ts';

/** Problems any route can have. */
export const commonProblems = defineProblems({
  invalid_request: {
    status: 400,
    title: { en: 'The request is not valid', ru: 'Запрос составлен неверно' },
    next: { en: 'Correct the fields listed in "errors"', ru: 'Исправьте поля, перечисленные в «errors»' },
  },
  malformed_json: {
    status: 400,
    title: { en: 'The body is not JSON', ru: 'Тело запроса — не JSON' },
    next: { en: 'Send one JSON object', ru: 'Отправьте один объект JSON' },
  },
  forbidden_key: {
    status: 400,
    title: { en: 'The request holds a key that is not allowed', ru: 'В запросе есть недопустимый ключ' },
    next: {
      en: 'Remove keys that begin with "$" and "__proto__", "constructor", "prototype"',
      ru: 'Уберите ключи, которые начинаются с «$», и «__proto__», «constructor», «prototype»',
    },
  },
  unauthenticated: {
    status: 401,
    title: { en: 'Sign in first', ru: 'Сначала войдите' },
    next: {
      en: 'Send a valid token: Authorization: Bearer …',
      ru: 'Передайте действующий токен: Authorization: Bearer …',
    },
  },
  forbidden: {
    status: 403,
    title: { en: 'You may not do this', ru: 'На это нет прав' },
    next: { en: 'Ask an administrator for the permission', ru: 'Попросите права у администратора' },
  },
  not_found: { status: 404, title: { en: 'There is no such thing', ru: 'Такого нет' } },
  method_not_allowed: {
    status: 405,
    title: { en: 'The method is not allowed here', ru: 'Метод здесь не поддерживается' },
  },
  body_too_large: {
    status: 413,
    title: { en: 'The body is too large', ru: 'Слишком большое тело запроса' },
    next: { en: 'Send at most 1 MB', ru: 'Отправляйте не более 1 МБ' },
  },
  unsupported_media_type: {
    status: 415,
    title: { en: 'The body must be JSON', ru: 'Тело должно быть в JSON' },
    next: { en: 'Send Content-Type: application/json', ru: 'Передайте Content-Type: application/json' },
  },
  too_many_requests: {
    status: 429,
    title: { en: 'Too many requests', ru: 'Слишком много запросов' },
    next: { en: 'Wait as long as Retry-After says', ru: 'Подождите столько, сколько указано в Retry-After' },
  },
  internal_error: {
    status: 500,
    title: { en: 'Something went wrong here', ru: 'У нас что-то сломалось' },
    next: {
      en: 'Try again; give the administrator the "instance" if it stays',
      ru: 'Повторите; если не пройдёт, сообщите администратору «instance»',
    },
  },
  database_unavailable: {
    status: 503,
    title: { en: 'The database does not answer at the moment', ru: 'База данных сейчас не отвечает' },
    next: { en: 'Try again in a moment', ru: 'Повторите чуть позже' },
  },
  stopping: {
    status: 503,
    title: { en: 'This server is stopping', ru: 'Этот сервер останавливается' },
    next: { en: 'Try again in a moment', ru: 'Повторите чуть позже' },
  },
});
