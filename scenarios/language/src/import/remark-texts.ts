import type { LocalisedText, Problem } from '../problem.ts';

interface RemarkTexts {
  severity: Problem['severity'];
  message: LocalisedText;
  hint: LocalisedText;
}

type Row = [en: string, ru: string, hintEn: string, hintRu: string];

const texts =
  (severity: Problem['severity']) =>
  (...[en, ru, hintEn, hintRu]: Row): RemarkTexts => ({
    severity,
    message: { en, ru },
    hint: { en: hintEn, ru: hintRu },
  });
const error = texts('error');
const warning = texts('warning');
const info = texts('info');

/** Everything that the import of another product's file may remark about a node. `{value}` is the offending value. */
export const remarkTexts = {
  placeholder: error(
    'Nothing here does this: the action “{value}” holds its place',
    'Такого шага здесь нет: его место занимает действие «{value}»',
    'Choose an action of a plugin instead; the settings are kept in its input',
    'Выберите вместо него действие плагина; настройки сохранены в его входных данных',
  ),
  script_kept: error(
    'JavaScript is not carried out here: its text is kept in the action “{value}”',
    'JavaScript здесь не выполняется: его текст сохранён в действии «{value}»',
    'Rebuild it with expressions or steps “Set” and “Transform”, or write a plugin',
    'Замените его выражениями, шагами «Присвоить» и «Преобразовать» или плагином',
  ),
  invalid_step: error(
    'The node is damaged: {value}',
    'Узел повреждён: {value}',
    'Configure the step in its place anew',
    'Настройте шаг на его месте заново',
  ),
  no_counterpart: error(
    'Left out: “{value}” has no counterpart here',
    'Пропущено: для «{value}» здесь нет соответствия',
    'See whether an action of a plugin does it',
    'Проверьте, есть ли для этого действие плагина',
  ),
  event_not_supported: error(
    'An event “{value}” cannot begin or steer a scenario here',
    'Событие «{value}» здесь не запускает сценарий и не управляет им',
    'Draw what it did as steps',
    'Нарисуйте то, что оно делало, шагами',
  ),
  runs_once: error(
    'The repetition over a list is not kept: what is inside runs once',
    'Повторение по списку не сохранено: содержимое выполнится один раз',
    'Use a “Transform” step, or a scenario that is called for each item',
    'Используйте шаг «Преобразовать» или сценарий, вызываемый для каждого элемента',
  ),
  settings_dropped: warning(
    'Not taken over: {value}',
    'Не перенесено: {value}',
    'See whether you need it, and build it with steps',
    'Проверьте, нужно ли это, и соберите из шагов',
  ),
  code_in_text: warning(
    'Code in a text was left as it stands: {value}',
    'Код в тексте оставлен как есть: {value}',
    'Write it as an expression in {{ … }}',
    'Запишите его выражением в {{ … }}',
  ),
  unknown_reference: warning(
    '“{value}” names nothing in the file; it was left as text',
    '«{value}» ничего не обозначает в файле; оставлено текстом',
    'Put the variable you mean',
    'Подставьте нужную переменную',
  ),
  condition_dropped: warning(
    'A condition could not be translated and is never true: {value}',
    'Условие не переведено и никогда не выполняется: {value}',
    'Write the condition in the flow anew',
    'Запишите условие перехода заново',
  ),
  multiple_choice: warning(
    'Several answers could be chosen; here it is one',
    'Можно было выбрать несколько ответов; здесь — один',
    'Ask for the answers as a text, or in a loop',
    'Спрашивайте ответы текстом или в цикле',
  ),
  dynamic_choice: warning(
    'The options came from “{value}”; they are listed in the text and the answer is any text',
    'Варианты брались из «{value}»; они перечислены в тексте, а ответ — любой текст',
    'Name the options, or check the answer in a condition',
    'Перечислите варианты или проверьте ответ условием',
  ),
  answer_as_text: warning(
    'The answer is taken as a text: {value}',
    'Ответ принимается как текст: {value}',
    'Check the answer with a pattern or a condition',
    'Проверьте ответ шаблоном или условием',
  ),
  question_added: warning(
    'The question had no text before it; it asks “{value}”',
    'Перед вопросом не было текста; он спрашивает «{value}»',
    'Write the question you want',
    'Напишите нужный вопрос',
  ),
  cut: warning(
    'Cut to what a scenario may hold: {value}',
    'Сокращено до допустимого в сценарии: {value}',
    'Split the step',
    'Разделите шаг',
  ),
  tool_dropped: warning(
    'The tool “{value}” was left out: tools are actions of plugins here',
    'Инструмент «{value}» пропущен: здесь инструменты — это действия плагинов',
    'Add an action to the agent’s tools',
    'Добавьте действие в инструменты агента',
  ),
  knowledge_elsewhere: warning(
    'The documents are not in the file: {value}',
    'Документов нет в файле: {value}',
    'Upload them to a knowledge base',
    'Загрузите их в базу знаний',
  ),
  passages_as_answer: warning(
    'Passages were searched for; here the step answers from the knowledge base',
    'Искались фрагменты; здесь шаг отвечает по базе знаний',
    'See whether the model after it is still needed',
    'Проверьте, нужна ли модель после него',
  ),
  always_first: warning(
    'The traffic was split by chance; here the first path is always taken',
    'Поток делился случайно; здесь всегда выбирается первый путь',
    'Publish the two paths as versions and start an experiment',
    'Опубликуйте пути двумя версиями и запустите эксперимент',
  ),
  as_link: warning(
    'Shown as a link: {value}',
    'Показано ссылкой: {value}',
    'See how it looks in your channels',
    'Посмотрите, как это выглядит в ваших каналах',
  ),
  lost_target: warning(
    'An arrow leads to “{value}”, which is not in the file',
    'Стрелка ведёт к «{value}», которого нет в файле',
    'Draw the flow anew',
    'Проведите переход заново',
  ),
  no_return: warning(
    'Nothing comes back from the linked part: it goes on to its own end',
    'Из связанной части нет возврата: она идёт до своего конца',
    'Make the part a scenario of its own and call it',
    'Выделите часть в отдельный сценарий и вызывайте его',
  ),
  not_served: error(
    'No step uses it',
    'Ни один шаг это не использует',
    'Add it where it is needed',
    'Добавьте это там, где нужно',
  ),
  model_default: info(
    'The model “{value}” was not chosen: the agent’s own model answers',
    'Модель «{value}» не выбрана: отвечает модель агента',
    'Choose a model of a connection in the step',
    'Выберите модель подключения в шаге',
  ),
  call_unchecked: info(
    'Calls the scenario “{value}”',
    'Вызывает сценарий «{value}»',
    'Import that flow too and give its scenario this id',
    'Импортируйте и тот сценарий и дайте ему этот идентификатор',
  ),
  other_exit: info(
    'What fits no case goes with “{value}”',
    'Что не подходит ни к одному случаю, идёт вместе с «{value}»',
    'Draw a flow of its own from “other”',
    'Проведите от «other» отдельный переход',
  ),
  became_prompt: info(
    'Became the text of the question after it',
    'Стало текстом следующего вопроса',
    'Nothing to do',
    'Ничего делать не нужно',
  ),
  became_flow: info('Became a flow', 'Стало переходом', 'Nothing to do', 'Ничего делать не нужно'),
  became_part: info('Became a part of the step', 'Стало частью шага', 'Look at the step', 'Посмотрите на этот шаг'),
  in_description: info(
    'Kept in the description of the scenario',
    'Сохранено в описании сценария',
    'Nothing to do',
    'Ничего делать не нужно',
  ),
  as_handover: info(
    'Became a hand-over to a person',
    'Стало передачей человеку',
    'Choose who takes it over',
    'Выберите, кто примет диалог',
  ),
  connection_needed: info(
    'Needs a connection: {value}',
    'Нужно подключение: {value}',
    'Add a connection and choose it in the step',
    'Добавьте подключение и выберите его в шаге',
  ),
} satisfies Record<string, RemarkTexts>;

export type RemarkCode = keyof typeof remarkTexts;
