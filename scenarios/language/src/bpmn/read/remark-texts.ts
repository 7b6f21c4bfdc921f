import type { LocalisedText, Problem } from '../../problem.ts';

interface RemarkTexts {
  severity: Problem['severity'];
  message: LocalisedText;
  hint: LocalisedText;
}

type Row = [en: string, ru: string, hintEn: string, hintRu: string];

const texts =
  (severity: Problem['severity']) =>
  ([en, ru, hintEn, hintRu]: Row): RemarkTexts => ({
    severity,
    message: { en, ru },
    hint: { en: hintEn, ru: hintRu },
  });
const error = (...row: Row) => texts('error')(row);
const warning = (...row: Row) => texts('warning')(row);
const info = (...row: Row) => texts('info')(row);

/** Everything the reading of a BPMN file may remark. `{name}` is the element's name or id, `{value}` the offending value. */
export const remarkTexts = {
  too_large: error(
    'The file is too large to be read: {value}',
    'Файл слишком велик: {value}',
    'Export one process, without pictures',
    'Экспортируйте один процесс, без картинок',
  ),
  entities_refused: error(
    'The file declares entities, which are refused',
    'В файле объявлены сущности (ENTITY), они недопустимы',
    'Export the file anew without a document type',
    'Экспортируйте файл без DOCTYPE',
  ),
  not_bpmn: error(
    'This is not a BPMN 2.0 file: {value}',
    'Это не файл BPMN 2.0: {value}',
    'Export it as BPMN 2.0 XML',
    'Экспортируйте его как BPMN 2.0 XML',
  ),
  no_process: error(
    'The file has no process',
    'В файле нет процесса',
    'Export the process, not the choreography or the collaboration alone',
    'Экспортируйте сам процесс, а не хореографию или взаимодействие',
  ),
  unreadable_part: warning(
    'A part of the file could not be read: {value}',
    'Часть файла не прочитана: {value}',
    'Look at what is missing in the scenario',
    'Проверьте, чего не хватает в сценарии',
  ),
  unresolved_reference: info(
    'The file speaks of “{value}”, which is not in it',
    'В файле упомянут «{value}», но его там нет',
    'Export everything, not a part of it',
    'Экспортируйте всё, а не часть',
  ),
  invalid_configuration: warning(
    'The configuration of “{name}” is damaged: {value}',
    'Настройки «{name}» повреждены: {value}',
    'Configure the step anew',
    'Настройте шаг заново',
  ),
  empty_process: warning(
    'The process has no elements: the scenario only ends',
    'В процессе нет элементов: сценарий сразу завершается',
    'Draw the steps',
    'Нарисуйте шаги',
  ),
  other_process: warning(
    'The process “{name}” was left out: a scenario is one process',
    'Процесс «{name}» пропущен: сценарий — это один процесс',
    'Import it as a scenario of its own',
    'Импортируйте его отдельным сценарием',
  ),
  lane: info(
    'The lane “{name}” is not kept',
    'Дорожка «{name}» не сохраняется',
    'Hand over to people or agents where roles matter',
    'Там, где важна роль, передайте разговор человеку или агенту',
  ),
  note: info(
    'A note was left out: {value}',
    'Заметка пропущена: {value}',
    'Keep it in the description of the scenario',
    'Сохраните её в описании сценария',
  ),
  data: info(
    'The data “{name}” is not kept',
    'Данные «{name}» не сохраняются',
    'Declare variables for what the steps share',
    'Объявите переменные для того, что шаги передают друг другу',
  ),
  message_flow: info(
    'The message flow “{name}” is not kept',
    'Поток сообщений «{name}» не сохраняется',
    'Use events or messages of the conversation',
    'Используйте события или сообщения разговора',
  ),
  unknown_element: warning(
    'There is nothing like “{name}” in a scenario',
    'В сценарии нет ничего похожего на «{name}»',
    'Replace it by steps',
    'Замените его шагами',
  ),
  placeholder_action: warning(
    '“{name}” became an action that does not exist yet: {value}',
    '«{name}» стал действием, которого ещё нет: {value}',
    'Choose an action of a plugin',
    'Выберите действие плагина',
  ),
  person_asked: info(
    '“{name}” became a question to the end user',
    '«{name}» стал вопросом пользователю',
    'Use a hand-over if an employee does it',
    'Если это делает сотрудник, используйте передачу человеку',
  ),
  call_unchecked: info(
    '“{name}” calls the scenario “{value}”',
    '«{name}» вызывает сценарий «{value}»',
    'See that it exists and what it takes',
    'Проверьте, что он есть и что принимает',
  ),
  condition_unmapped: warning(
    'The condition of “{name}” cannot be evaluated here: {value}',
    'Условие «{name}» здесь не вычисляется: {value}',
    'Write it anew; until then it is false',
    'Запишите его заново; пока оно ложно',
  ),
  variable_added: info(
    'The variable “{value}” was declared because a condition reads it',
    'Объявлена переменная «{value}»: её читает условие',
    'Give it a type, and fill it before the condition',
    'Задайте её тип и заполните до условия',
  ),
  text_added: info(
    'The text “{value}” was missing and was added',
    'Текста «{value}» не было, он добавлен',
    'Write it in every language',
    'Напишите его на каждом языке',
  ),
  timer_unmapped: warning(
    'The time of “{name}” cannot be used: {value}. It became one hour',
    'Время «{name}» не подходит: {value}. Поставлен один час',
    'Set the time',
    'Задайте время',
  ),
  timer_approximate: info(
    'The time of “{name}” is approximate: {value}',
    'Время «{name}» приблизительное: {value}',
    'Months count as 30 days and years as 365',
    'Месяц считается за 30 дней, год — за 365',
  ),
  timer_start: warning(
    '“{name}” starts by the clock; it became the event “{value}”',
    '«{name}» запускается по часам; теперь это событие «{value}»',
    'Publish that event on a schedule',
    'Публикуйте это событие по расписанию',
  ),
  start_changed: info(
    'The start “{name}” became {value}',
    'Начало «{name}» стало: {value}',
    'Check what starts the scenario',
    'Проверьте, что запускает сценарий',
  ),
  start_unconnected: warning(
    'The start “{name}” leads nowhere',
    'Начало «{name}» никуда не ведёт',
    'Connect it to a step',
    'Соедините его с шагом',
  ),
  boundary_unmapped: warning(
    'The boundary event “{name}” has no exit to become',
    'Для граничного события «{name}» нет выхода',
    'Draw what should happen with a step of its own',
    'Нарисуйте это отдельным шагом',
  ),
  not_interrupting: warning(
    '“{name}” does not interrupt in BPMN; here the exit is taken instead of the others',
    '«{name}» в BPMN не прерывает; здесь этот выход исключает другие',
    'Use parallel branches if both should go on',
    'Если нужны оба пути, используйте параллельные ветви',
  ),
  event_unmapped: warning(
    'The event of “{name}” is not supported: {value}',
    'Событие «{name}» не поддерживается: {value}',
    'Replace it by a step',
    'Замените его шагом',
  ),
  gateway_inclusive: warning(
    '“{name}” takes one way only; in BPMN it may take several',
    '«{name}» выбирает один путь, а в BPMN их может быть несколько',
    'Use parallel branches with conditions in them',
    'Используйте параллельные ветви с условиями',
  ),
  gateway_events: warning(
    '“{name}” became parallel branches: only one event and one timer can be waited for together',
    '«{name}» стал параллельными ветвями: вместе ждут только одно событие и один таймер',
    'Join the branches by the first',
    'Соедините ветви шагом «первая»',
  ),
  subprocess_flattened: info(
    'The steps of “{name}” were put into the scenario itself',
    'Шаги «{name}» помещены прямо в сценарий',
    'Make a scenario of its own of them if they are used again',
    'Если они нужны ещё где-то, выделите их в отдельный сценарий',
  ),
  event_subprocess: warning(
    '“{name}” begins by an event in the middle of the process; here it starts a run of its own',
    '«{name}» начинается по событию посреди процесса; здесь это отдельный запуск',
    'Use exits of the steps it interrupts',
    'Используйте выходы шагов, которые он прерывает',
  ),
  loop_ignored: warning(
    '“{name}” is repeated in BPMN; here it happens once',
    '«{name}» в BPMN повторяется, здесь выполняется один раз',
    'Draw the loop with a condition',
    'Нарисуйте цикл с условием',
  ),
  extensions_dropped: info(
    'Settings of another tool were left out of “{name}”: {value}',
    'Настройки другого инструмента пропущены у «{name}»: {value}',
    'Configure the step here',
    'Настройте шаг здесь',
  ),
  flow_dangling: warning(
    'The flow “{name}” does not join two steps',
    'Переход «{name}» не соединяет два шага',
    'Draw it anew',
    'Нарисуйте его заново',
  ),
  flow_without_exit: warning(
    'The flow “{name}” leaves a step that has no exit left: {value}',
    'Переход «{name}» выходит из шага, у которого нет свободного выхода: {value}',
    'Draw it from another step',
    'Нарисуйте его из другого шага',
  ),
  exit_chosen: info(
    'The flow “{name}” leaves by “{value}”',
    'Переход «{name}» выходит по «{value}»',
    'Choose another exit if it is not meant',
    'Если имелось в виду другое, выберите другой выход',
  ),
  fallback_lost: warning(
    'The fallback step “{value}” is not in the file',
    'Запасного шага «{value}» нет в файле',
    'Choose another one',
    'Выберите другой',
  ),
} satisfies Record<string, RemarkTexts>;

export type RemarkCode = keyof typeof remarkTexts;
