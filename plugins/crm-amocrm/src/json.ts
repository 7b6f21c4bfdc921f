import type { HttpResponse } from '@scenarium/sdk';

export type Json = HttpResponse['body'];
