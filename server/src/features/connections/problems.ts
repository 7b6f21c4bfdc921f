import { defineProblems } from '../../platform/errors/problem.ts';

export const connectionProblems = defineProblems({
  connection_not_found: { status: 404, title: { en: 'There is no such connection', ru: 'Нет такого подключения' } },
  connection_exists: {
    status: 409,
    title: { en: 'A connection with this name exists', ru: 'Подключение с таким именем уже есть' },
    next: { en: 'Choose another name', ru: 'Выберите другое имя' },
  },
  connection_invalid: {
    status: 400,
    title: { en: 'The settings are not what the plugin needs', ru: 'Настройки не подходят плагину' },
    next: { en: 'Correct the fields listed in "errors"', ru: 'Исправьте поля, перечисленные в «errors»' },
  },
  connection_secrets_needed: {
    status: 409,
    title: {
      en: 'The address leads to another place: secrets are not sent there unasked',
      ru: 'Адрес ведёт в другое место: секреты туда без спроса не отправляются',
    },
    next: { en: 'Enter the secrets named in "detail" again', ru: 'Введите заново секреты, названные в «detail»' },
  },
  connection_failed: {
    status: 502,
    title: {
      en: 'The service behind the connection did not answer as it should',
      ru: 'Сервис за подключением не ответил как нужно',
    },
    next: { en: 'Check the settings of the connection', ru: 'Проверьте настройки подключения' },
  },
  plugin_not_found: {
    status: 404,
    title: { en: 'There is no such plugin', ru: 'Нет такого плагина' },
    next: { en: 'Choose one of GET /plugins', ru: 'Выберите из GET /plugins' },
  },
});
