import { defineProblems } from '../../platform/errors/problem.ts';

export const identityProblems = defineProblems({
  invalid_credentials: {
    status: 401,
    title: { en: 'E-mail, password or organisation is wrong', ru: 'Неверный адрес, пароль или организация' },
    next: { en: 'Check what you typed', ru: 'Проверьте введённое' },
  },
  login_locked: {
    status: 429,
    title: { en: 'Too many failed logins', ru: 'Слишком много неудачных попыток входа' },
    next: { en: 'Wait as long as Retry-After says', ru: 'Подождите столько, сколько указано в Retry-After' },
  },
  session_ended: {
    status: 401,
    title: { en: 'The session has ended', ru: 'Сеанс завершён' },
    next: { en: 'Sign in again', ru: 'Войдите снова' },
  },
  tenant_mismatch: {
    status: 403,
    title: {
      en: 'X-Tenant-Id names another organisation than the token',
      ru: 'X-Tenant-Id указывает не на ту организацию, что токен',
    },
    next: {
      en: 'Leave the header out or send the token of that organisation',
      ru: 'Уберите заголовок или передайте токен той организации',
    },
  },
  email_taken: {
    status: 409,
    title: { en: 'A user with this e-mail exists', ru: 'Пользователь с таким адресом уже есть' },
  },
  wrong_password: {
    status: 403,
    title: { en: 'The current password is wrong', ru: 'Текущий пароль неверен' },
    next: { en: 'Check what you typed', ru: 'Проверьте введённое' },
  },
  last_admin: {
    status: 409,
    title: {
      en: 'An organisation needs an administrator, and this is the last one',
      ru: 'Организации нужен администратор, а этот последний',
    },
    next: { en: 'Make somebody else an administrator first', ru: 'Сначала назначьте администратором кого-то ещё' },
  },
  user_not_found: { status: 404, title: { en: 'There is no such user', ru: 'Нет такого пользователя' } },
});
