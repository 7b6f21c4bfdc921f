/** Words that say nothing about what a text is about, in Russian and English. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от меня еще нет о из ему
  теперь когда даже ну ли если уже или ни быть был него до вас нибудь опять уж вам ведь там потом себя ничего ей может они тут где есть
  надо ней для мы тебя их чем была сам чтоб без будто чего раз тоже себе под будет ж тогда кто этот того потому этого какой ним здесь
  этом один почти мой тем чтобы нее были куда зачем всех можно при об другой хоть после над тот через эти нас про всего них какая
  разве эту моя свою этой перед чуть том такой им всю между это мое моего моей моих нам ваш ваша ваше ваши вашей вашего лишь пожалуйста
  подскажите скажите здравствуйте привет хочу могу нужно ли сколько какие какое каким какой-то
  a an the and or but if then else of at by for with about to from in on off over under again further is are was were be been being am
  have has had do does did doing will would shall should can could may might must i me my we our us you your he him his she her it its
  they them their what which who whom this that these those as until while because so than too very just there here when where why how
  all any both each few more most other some such no nor not only own same please tell hello hi want need much many get got let im dont`
    .split(/\s+/)
    .filter(Boolean),
);
