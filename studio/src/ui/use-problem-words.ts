import { ApiProblem, AWAY } from '../api/api-problem.ts';
import { useTexts } from './texts.ts';

export interface ProblemWords {
  title: string;
  next: string;
  /** The offending value, and the number of the occurrence. */
  detail: string;
}

/** What went wrong and what to do now, in the words of the interface. */
export function useProblemWords(): (error: unknown) => ProblemWords {
  const t = useTexts();
  return (error) => {
    if (!(error instanceof ApiProblem))
      return { title: t('unknown'), next: (error as Error)?.message ?? '', detail: '' };
    const { code, title, next = '', detail = '', instance = '' } = error;
    if (code === AWAY) return { title: t('away'), next: t('awayNext'), detail: '' };
    if (code === 'forbidden')
      return { title: t('forbidden'), next: t('forbiddenNext', { permission: detail }), detail: '' };
    if (code === 'invalid_request') return { title: t('invalid'), next: fieldsOf(error), detail };
    if (code === 'internal_error')
      return { title: t('unknown'), next: t('unknownNext'), detail: t('number', { instance }) };
    return { title: title || t('unknown'), next: fieldsOf(error) || next, detail };
  };
}

/** `config.apiKey: is required`, for each wrong field. */
function fieldsOf({ errors }: ApiProblem): string {
  return errors
    .flatMap((one) => {
      const { path, message } = one as { path?: unknown; message?: unknown };
      return typeof path === 'string' && typeof message === 'string'
        ? [`${path.replace(/^body\./, '')}: ${message}`]
        : [];
    })
    .join('; ');
}
