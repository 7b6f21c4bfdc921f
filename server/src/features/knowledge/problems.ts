import { defineProblems } from '../../platform/errors/problem.ts';

export const knowledgeProblems = defineProblems({
  base_not_found: { status: 404, title: { en: 'There is no such knowledge base', ru: 'Нет такой базы знаний' } },
  base_exists: {
    status: 409,
    title: { en: 'A knowledge base with this key exists', ru: 'База знаний с таким ключом уже есть' },
    next: { en: 'Choose another key', ru: 'Выберите другой ключ' },
  },
  base_outside: {
    status: 409,
    title: {
      en: 'This base asks a service outside: it has no documents of its own',
      ru: 'Эта база обращается к внешнему сервису: своих документов у неё нет',
    },
    next: {
      en: 'Add documents where the service keeps them, or use another base',
      ru: 'Добавьте документы в самом сервисе или выберите другую базу',
    },
  },
  retriever_not_found: {
    status: 422,
    title: { en: 'There is no such retriever', ru: 'Нет такого источника знаний' },
    next: { en: 'Choose one of “retrievers” in GET /plugins', ru: 'Выберите из «retrievers» в GET /plugins' },
  },
  document_not_found: { status: 404, title: { en: 'There is no such document', ru: 'Нет такого документа' } },
  document_too_large: {
    status: 413,
    title: { en: 'The file is too large', ru: 'Файл слишком большой' },
    next: { en: 'Split it: a document may have 25 MB', ru: 'Разделите его: документ может занимать до 25 МБ' },
  },
  upload_invalid: {
    status: 400,
    title: { en: 'This is not an upload of files', ru: 'Это не загрузка файлов' },
    next: {
      en: 'Send multipart/form-data with files in the field “file”',
      ru: 'Отправьте multipart/form-data с файлами в поле «file»',
    },
  },
  url_unreachable: {
    status: 422,
    title: { en: 'The page could not be fetched', ru: 'Не удалось получить страницу' },
    next: {
      en: 'Check the address; private addresses must be allowed in EGRESS_ALLOW',
      ru: 'Проверьте адрес; внутренние адреса разрешаются в EGRESS_ALLOW',
    },
  },
  curated_not_found: {
    status: 404,
    title: { en: 'There is no such curated answer', ru: 'Нет такого готового ответа' },
  },
});
