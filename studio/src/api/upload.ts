import { currentLanguage } from '../i18n/i18n.ts';
import { ApiProblem, AWAY, type ProblemBody } from './api-problem.ts';
import { renewed } from './call.ts';
import { addressOf } from './send.ts';
import { accessToken } from './tokens.ts';

export interface UploadOptions {
  base: string;
  file: File;
  /** Share of what is sent, 0 to 1. */
  onProgress(share: number): void;
}

/** Uploads a file into a knowledge base. `fetch` does not tell how far it is, so this one does not use it. @throws ApiProblem */
export async function upload(options: UploadOptions): Promise<void> {
  const token = accessToken() ?? (await renewed());
  try {
    await sendFile(options, token);
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.code !== 'unauthenticated') throw error;
    await sendFile(options, await renewed());
  }
}

function sendFile({ base, file, onProgress }: UploadOptions, token: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', addressOf('/knowledge/bases/{base}/documents', { params: { base } }));
    request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.setRequestHeader('Accept-Language', currentLanguage());
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new ApiProblem({ status: 503, code: AWAY, title: AWAY }));
    request.onload = () => {
      if (request.status < 300) return resolve();
      const problem = request.response as ProblemBody | null;
      reject(new ApiProblem(problem ?? { status: request.status, code: 'unknown', title: request.statusText }));
    };
    const body = new FormData();
    body.append('file', file);
    request.send(body);
  });
}
