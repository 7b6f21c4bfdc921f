const en = {
  open: 'Open the chat',
  close: 'Close the chat',
  title: 'Chat',
  elsewhere: 'Open the chat in a new window',
};

export type EmbedTexts = typeof en;

const ru: EmbedTexts = {
  open: 'Открыть чат',
  close: 'Закрыть чат',
  title: 'Чат',
  elsewhere: 'Открыть чат в новом окне',
};

/** The bubble's own texts in the first of these languages that it has. */
export function embedTexts(locales: readonly string[]): EmbedTexts {
  const languages = locales.map((locale) => locale.split('-')[0]?.toLowerCase());
  return languages.find((language) => language === 'en' || language === 'ru') === 'ru' ? ru : en;
}
