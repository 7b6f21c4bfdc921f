import { defineProblems } from '../../platform/errors/problem.ts';

export const channelProblems = defineProblems({
  channel_not_found: { status: 404, title: { en: 'There is no such channel', ru: 'Нет такого канала' } },
  channel_exists: {
    status: 409,
    title: { en: 'This connection is a channel already', ru: 'Это подключение уже служит каналом' },
    next: {
      en: 'Change the agent of that channel, or add another connection',
      ru: 'Смените агента у того канала или добавьте другое подключение',
    },
  },
  channel_kind_unknown: {
    status: 400,
    title: { en: 'The plugin of the connection has no such channel', ru: 'У плагина подключения нет такого канала' },
    next: {
      en: 'Choose a channel and a mode that GET /plugins lists',
      ru: 'Выберите канал и режим из списка GET /plugins',
    },
  },
  channel_unauthorised: {
    status: 401,
    title: { en: 'The request is not from the service', ru: 'Запрос пришёл не от сервиса' },
    next: {
      en: 'Compare the keys of both sides in the connection of the channel',
      ru: 'Сверьте ключи обеих сторон в подключении канала',
    },
  },
  channel_paused: {
    status: 503,
    title: { en: 'The channel is paused', ru: 'Канал приостановлен' },
    next: { en: 'Send it again later', ru: 'Отправьте ещё раз позже' },
  },
  channel_failed: {
    status: 502,
    title: { en: 'The channel did not understand its service', ru: 'Канал не понял свой сервис' },
    next: { en: 'Look at the last error of the channel', ru: 'Посмотрите последнюю ошибку канала' },
  },
  undelivered_not_found: {
    status: 404,
    title: { en: 'There is no such undelivered message', ru: 'Нет такого недоставленного сообщения' },
  },
});
