import type { ReceivedMessage } from '../contract/event.ts';
import type { SendMessageCommand } from '../contract/command.ts';
import type { Token } from '../contract/run.ts';
import type { Work } from '../work/work.ts';
import type { ToolCall } from './agent.ts';

const TEXTS = {
  en: { ask: 'Shall I do this?', yes: 'Yes', no: 'No' },
  ru: { ask: 'Выполнить?', yes: 'Да', no: 'Нет' },
} as const;

const WORDS = {
  yes: [
    'yes',
    'y',
    'ok',
    'okay',
    'sure',
    'go ahead',
    'confirm',
    'да',
    'ага',
    'хорошо',
    'давай',
    'давайте',
    'подтверждаю',
  ],
  no: ['no', 'n', 'cancel', 'stop', "don't", 'нет', 'не надо', 'отмена', 'стоп', 'отменить'],
};

/** The question whether something that cannot be undone shall be done. */
export const confirmation = {
  ask(
    work: Work,
    token: Token,
    text: string | undefined,
    call: ToolCall,
  ): Pick<SendMessageCommand, 'text' | 'locale' | 'buttons'> {
    const { locale } = work.run;
    const language = locale.startsWith('ru') ? 'ru' : 'en';
    const { ask, yes, no } = TEXTS[language];
    const facts = Object.entries(call.input).map(
      ([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    );
    const what = [call.title?.[language] ?? call.name, ...facts].join('\n').slice(0, LONGEST);
    return {
      text: `${text === undefined ? ask : work.text(token, text)}\n\n${what}`,
      locale,
      buttons: [
        { id: 'yes', label: yes },
        { id: 'no', label: no },
      ],
    };
  },
  read({ text, option }: ReceivedMessage): 'yes' | 'no' | undefined {
    if (option === 'yes' || option === 'no') return option;
    const said = text
      .trim()
      .toLowerCase()
      .replace(/[.!,]+$/, '');
    return (['yes', 'no'] as const).find((answer) => WORDS[answer].includes(said));
  },
};

const LONGEST = 1_000;
