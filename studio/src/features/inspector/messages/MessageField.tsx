import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { configureStep, freshId, removeText, writeText } from '../../../document/index.ts';
import { useEditor } from '../../scenarios/editor.ts';
import { useShown } from '../../scenarios/shown.ts';
import { asField } from '../fields/as-field.ts';
import { FieldRow } from '../fields/FieldRow.tsx';
import { usePart } from '../document-hooks.ts';
import { together } from '../model/together.ts';
import { useStepId, useStepValue, type Path } from '../step-form.ts';
import { useTexts } from '../texts.ts';
import { MessageText } from './MessageText.tsx';

interface MessageFieldProps {
  path: Path;
  label: string;
  help?: string;
  rows?: number;
  /** Without variants and plural forms: a label. */
  plain?: boolean;
  /** It may be left out; what its new text is called then. */
  optional?: string;
}

/** A text the step says, in the language that is shown. */
export const MessageField = asField(function MessageField({
  path,
  label,
  help,
  rows = 2,
  plain = false,
  optional,
}: MessageFieldProps) {
  const t = useTexts();
  const { execute, readOnly, store } = useEditor();
  const step = useStepId();
  const { value: message } = useStepValue<string | undefined>(path);
  const { locale } = useShown();
  const locales = usePart(({ scenario }) => scenario.locales);

  if (message === undefined) {
    const add = (): void => {
      const [main = locale] = locales;
      const isTaken = (id: string): boolean => locales.some((one) => store.index.text(one, id) !== undefined);
      const id = freshId(`${step}-${optional}`, isTaken);
      execute(
        together('step.configure', { id: step }, [
          writeText({ locale: main, id, text: '' }),
          configureStep({ step, path, value: id }),
        ]),
      );
    };
    return (
      <FieldRow label={label} help={help}>
        <Button size="small" type="dashed" icon={<PlusOutlined />} disabled={readOnly} onClick={add}>
          {t('addText')}
        </Button>
      </FieldRow>
    );
  }
  const remove = (): void => {
    const isLast = store.index.speakersOf(message).size <= 1;
    execute(
      together('step.configure', { id: step }, [
        configureStep({ step, path, value: undefined }),
        ...(isLast ? [removeText({ id: message })] : []),
      ]),
    );
  };
  return (
    <MessageText
      message={message}
      locale={locale}
      label={label}
      help={help}
      rows={rows}
      plain={plain}
      extra={
        optional !== undefined &&
        !readOnly && (
          <Button type="link" size="small" className="field-tool" onClick={remove}>
            {t('removeText')}
          </Button>
        )
      }
    />
  );
});
