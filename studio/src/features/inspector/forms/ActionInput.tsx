import { fieldsOf, type FormField } from '../../plugins/fields-of.ts';
import type { Path } from '../step-form.ts';
import { SchemaInput } from './SchemaInput.tsx';
import { More } from './More.tsx';

/** The fields of an action's input as its schema describes them, the rarely used ones folded. `optional`: none has to be filled in. */
export function ActionInput({ schema, path, optional = false }: { schema: unknown; path: Path; optional?: boolean }) {
  const fields = fieldsOf(schema);
  const show = (field: FormField) => (
    <SchemaInput key={field.name} field={field} path={[...path, field.name]} optional={optional || !field.required} />
  );
  const advanced = fields.filter((field) => field.advanced);
  return (
    <>
      {fields.filter((field) => !field.advanced).map(show)}
      {advanced.length > 0 && <More>{advanced.map(show)}</More>}
    </>
  );
}
