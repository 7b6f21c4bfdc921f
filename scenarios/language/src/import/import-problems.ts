import { documentProblem } from '../load/problems.ts';
import type { Problem } from '../problem.ts';
import { LARGEST_FILE, MOST_NODES } from './limits.ts';

export function tooLarge(length: number): Problem {
  return documentProblem('too_large', [], {
    message: {
      en: `The file has ${length} characters, ${LARGEST_FILE} are allowed`,
      ru: `В файле ${length} знаков, допустимо ${LARGEST_FILE}`,
    },
    hint: { en: 'Export a part of it', ru: 'Экспортируйте его часть' },
  });
}

export function tooManyNodes(count: number): Problem {
  return documentProblem('too_many_nodes', [], {
    message: {
      en: `The file has ${count} nodes, ${MOST_NODES} are allowed`,
      ru: `В файле ${count} узлов, допустимо ${MOST_NODES}`,
    },
    hint: { en: 'Split the flow and import its parts', ru: 'Разделите сценарий и импортируйте части' },
  });
}

export function noNodes(): Problem {
  return documentProblem('no_nodes', [], {
    message: { en: 'There is nothing to import in the file', ru: 'В файле нечего импортировать' },
    hint: { en: 'Export the whole flow', ru: 'Экспортируйте сценарий целиком' },
  });
}

export function notJson(message: string): Problem {
  return documentProblem('syntax_error', [], {
    message: { en: `The file is not JSON: ${message}`, ru: `Файл — не JSON: ${message}` },
    hint: { en: 'Take the exported file as it is', ru: 'Возьмите файл экспорта без изменений' },
  });
}

export function unreadable(message: string): Problem {
  return documentProblem('import_failed', [], {
    message: { en: `The file could not be read: ${message}`, ru: `Файл не удалось прочитать: ${message}` },
    hint: { en: 'Export it anew', ru: 'Экспортируйте его заново' },
  });
}
