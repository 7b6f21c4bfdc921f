import type { StepOf } from '@scenarium/language';
import { configureStep } from '../../../document/index.ts';
import { useEditor } from '../../scenarios/editor.ts';
import { useShown } from '../../scenarios/shown.ts';
import { ActionSelect } from '../fields/ActionSelect.tsx';
import { ProblemLine } from '../fields/FieldRow.tsx';
import { JsonField } from '../fields/JsonField.tsx';
import { ConnectionField } from '../fields/server-choices.tsx';
import { together } from '../model/together.ts';
import { useProblemsAt, useStepValue } from '../step-form.ts';
import { useTexts } from '../texts.ts';
import { ActionInput } from './ActionInput.tsx';
import { More } from './More.tsx';
import { SaveTo, Timeout } from './parts.tsx';

/** A step that calls an action: the form of its input is made of the schema that the plugin gives. */
export function ActionForm({ step }: { step: StepOf<'action'> }) {
  const t = useTexts();
  const { execute } = useEditor();
  const { actions } = useShown();
  const input = useStepValue<unknown>(['input']);
  const action = actions.find(({ name }) => name === step.action);
  const choose = (name: string): void => {
    execute(
      together('step.configure', { id: step.id }, [
        configureStep({ step: step.id, path: ['action'], value: name }),
        configureStep({ step: step.id, path: ['connection'], value: undefined }),
        configureStep({ step: step.id, path: ['input'], value: {} }),
      ]),
    );
  };
  return (
    <>
      <ActionSelect path={['action']} value={step.action} onChange={choose} />
      {action?.input === undefined ? (
        <JsonField
          label={t('actionInput')}
          help={t('actionInput.help')}
          value={input.value}
          write={(value) => input.write(value ?? {})}
        />
      ) : (
        <ActionInput schema={action.input} path={['input']} />
      )}
      <UnplacedProblems />
      <SaveTo />
      <More>
        <ConnectionField
          path={['connection']}
          label={t('connection')}
          help={t('connection.help')}
          plugin={step.action.split('.')[0] ?? ''}
        />
        <Timeout help={t('timeout.failed')} />
      </More>
    </>
  );
}

function UnplacedProblems() {
  return useProblemsAt(['input'], true).map((problem, i) => <ProblemLine key={i} problem={problem} />);
}
