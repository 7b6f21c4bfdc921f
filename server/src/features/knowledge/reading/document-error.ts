import type { Words } from '../model.ts';

interface Reason {
  message: Words;
  next: Words;
}

const REASONS = {
  document_type_unknown: {
    message: { en: 'This kind of file cannot be read', ru: 'Файлы такого вида не читаются' },
    next: { en: 'Upload PDF, DOCX, HTML, Markdown or text', ru: 'Загрузите PDF, DOCX, HTML, Markdown или текст' },
  },
  document_type_mismatch: {
    message: { en: 'The content is not what the name says', ru: 'Содержимое не соответствует имени файла' },
    next: { en: 'Give the file the extension it really has', ru: 'Дайте файлу его настоящее расширение' },
  },
  document_too_large: {
    message: { en: 'The file is too large', ru: 'Файл слишком большой' },
    next: { en: 'Split it into parts of up to 25 MB', ru: 'Разделите его на части до 25 МБ' },
  },
  document_too_long: {
    message: {
      en: 'The document has too many pages or too much text',
      ru: 'В документе слишком много страниц или текста',
    },
    next: {
      en: 'Split it: up to 2,000 pages and 10 million characters',
      ru: 'Разделите его: до 2000 страниц и 10 миллионов знаков',
    },
  },
  document_bomb: {
    message: {
      en: 'The archive inside unpacks to far too much',
      ru: 'Архив внутри распаковывается в недопустимый объём',
    },
    next: { en: 'Save the document anew from its editor', ru: 'Сохраните документ заново в редакторе' },
  },
  document_encrypted: {
    message: { en: 'The document is protected by a password', ru: 'Документ защищён паролем' },
    next: { en: 'Take the password off and upload it again', ru: 'Снимите пароль и загрузите снова' },
  },
  document_without_text: {
    message: { en: 'There is no text in the document', ru: 'В документе нет текста' },
    next: {
      en: 'If it is a scan, recognise its text first (OCR)',
      ru: 'Если это скан, сначала распознайте текст (OCR)',
    },
  },
  document_unreadable: {
    message: { en: 'The file is damaged', ru: 'Файл повреждён' },
    next: {
      en: 'Open it in its editor, save it again, upload it',
      ru: 'Откройте его в редакторе, сохраните и загрузите снова',
    },
  },
  document_timed_out: {
    message: { en: 'Reading the document took too long', ru: 'Чтение документа заняло слишком много времени' },
    next: { en: 'Split it into smaller parts', ru: 'Разделите его на части поменьше' },
  },
  document_too_complex: {
    message: {
      en: 'Reading the document needs too much memory',
      ru: 'Для чтения документа нужно слишком много памяти',
    },
    next: { en: 'Split it, or save it without pictures', ru: 'Разделите его или сохраните без картинок' },
  },
} satisfies Record<string, Reason>;

export type DocumentErrorCode = keyof typeof REASONS;

/** Why a document cannot be taken in: a stable code, words for people, and what to do. */
export class DocumentError extends Error {
  readonly code: DocumentErrorCode;
  readonly words: Words;
  readonly next: Words;

  constructor(code: DocumentErrorCode, detail?: string) {
    const { message, next } = REASONS[code];
    super(detail === undefined ? message.en : `${message.en}: ${detail}`);
    this.name = 'DocumentError';
    this.code = code;
    this.words = detail === undefined ? message : { en: `${message.en}: ${detail}`, ru: `${message.ru}: ${detail}` };
    this.next = next;
  }
}

export function isDocumentErrorCode(code: unknown): code is DocumentErrorCode {
  return typeof code === 'string' && Object.hasOwn(REASONS, code);
}
