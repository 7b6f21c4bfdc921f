const LETTERS = new Map(
  'а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:h ц:ts ч:ch ш:sh щ:sch ъ: ы:y ь: э:e ю:yu я:ya'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

/** A text in small Latin letters, without their marks, as far as it is Russian or Latin: “Где мой заказ?” is “gde moy zakaz?”. */
export function inLatinLetters(text: string): string {
  return [...text.toLowerCase()]
    .map((letter) => LETTERS.get(letter) ?? letter)
    .join('')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '');
}
