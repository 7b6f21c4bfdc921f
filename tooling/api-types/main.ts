// npm run api-types: writes what the studio knows of the API.
import { writeFileSync } from 'node:fs';
import { describeApi } from './describe-api.ts';
import { writeTypes } from './write-types.ts';

const { types, table } = await writeTypes(describeApi());
const folder = new URL('../../studio/src/api/', import.meta.url);
writeFileSync(new URL('operations.d.ts', folder), types);
writeFileSync(new URL('places.ts', folder), table);
