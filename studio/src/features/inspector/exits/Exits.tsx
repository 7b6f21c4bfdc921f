import { useMemo } from 'react';
import { connect, reconnectFlow, removeFlows, stepExits, type ConnectedExit } from '../../../document/index.ts';
import { exitWords } from '../../looks/exit-words.ts';
import { captionOf } from '../../looks/caption-of.ts';
import { plainText } from '../../looks/plain-text.ts';
import { useEditor } from '../../scenarios/editor.ts';
import { useShown } from '../../scenarios/shown.ts';
import { useTexts as useLookTexts } from '../../looks/texts.ts';
import { usePart } from '../document-hooks.ts';
import { useStep } from '../step-form.ts';
import { useTexts } from '../texts.ts';
import { TargetSelect } from './TargetSelect.tsx';

/** Where the step leads: each of its exits, and the step behind it. */
export function Exits() {
  const t = useTexts();
  const step = useStep();
  const { store } = useEditor();
  const flows = usePart((index) => index.flowsFrom(step.id));
  const exits = useMemo(() => stepExits(store.index, step.id), [step, flows, store]);
  // The ways of a condition have a form of their own.
  const shown = step.type === 'condition' ? exits.filter(({ name }) => name !== 'next') : exits;
  if (shown.length === 0) return null;
  return (
    <fieldset className="rows exits">
      <legend>{t('exits')}</legend>
      <ul>
        {shown.map((exit) => (
          <ExitRow key={exit.name} exit={exit} />
        ))}
      </ul>
    </fieldset>
  );
}

function ExitRow({ exit }: { exit: ConnectedExit }) {
  const t = useTexts();
  const words = useLookTexts();
  const step = useStep();
  const { store, execute, readOnly } = useEditor();
  const { locale } = useShown();
  const caption = captionOf(step, exit.name, (id) => plainText(store.index.text(locale, id) ?? ''));
  const name = exitWords(words, { name: exit.name, caption });
  return (
    <li className={exit.isMissing ? 'is-missing' : ''}>
      <span className="exit-name" title={t(exit.required ? 'exit.required' : 'exit.optional')}>
        {name}
        {exit.required && <b aria-label={t('exit.required')}> *</b>}
      </span>
      <div className="exit-targets">
        {exit.flows.map((flow) => (
          <TargetSelect
            key={flow.id}
            label={t('exit.leads', { exit: name })}
            value={flow.to}
            placeholder=""
            onChange={(to) =>
              execute(to === undefined ? removeFlows({ flows: [flow.id] }) : reconnectFlow({ flow: flow.id, to }))
            }
          />
        ))}
        {!readOnly && (exit.flows.length === 0 || exit.many) && (
          <TargetSelect
            label={t('exit.leads', { exit: name })}
            value={undefined}
            isMissing={exit.isMissing}
            placeholder={t(exit.flows.length > 0 ? 'exit.another' : exit.required ? 'exit.choose' : 'exit.none')}
            onChange={(to) => to !== undefined && execute(connect({ from: step.id, on: exit.name, to }))}
          />
        )}
      </div>
    </li>
  );
}
