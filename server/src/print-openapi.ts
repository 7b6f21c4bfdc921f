// Prints the description of the API, without a database: node --conditions=scenarium-source server/src/print-openapi.ts
import { openApiDocument } from './platform/http/openapi.ts';
import { allRoutes, type RouteParts } from './routes.ts';

const document = openApiDocument(allRoutes({} as RouteParts), { version: '', url: '' });
process.stdout.write(JSON.stringify(document));
