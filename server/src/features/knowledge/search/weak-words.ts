/** Words that say what is asked of a thing (how long, how much, may I), not which thing, in Russian and English. */
export const WEAK_WORDS: readonly string[] =
  `сколько стоит стоить цена цены день дня дней часов час раз раза два две делать сделать взять дать
  можно нужно длится длиться занимает какая часть когда срок дадите есть бывает работает весом вес прийти другой случай
  первый второй третий четвертый пятый шестой седьмой восьмой девятый десятый
  long take takes cost costs price now day days hour get give much many work works case lose lost kind
  first second third fourth fifth sixth seventh eighth ninth tenth`
    .split(/\s+/)
    .filter(Boolean);
