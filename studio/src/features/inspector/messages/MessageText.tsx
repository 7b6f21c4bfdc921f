import type { TextVariant } from '@scenarium/language';
import { Button } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { writeText, type Outcome } from '../../../document/index.ts';
import { plainText } from '../../looks/plain-text.ts';
import { useEditor } from '../../scenarios/editor.ts';
import { useShown } from '../../scenarios/shown.ts';
import { usePart } from '../document-hooks.ts';
import { CodeField } from '../fields/CodeField.tsx';
import { alone } from '../model/alone.ts';
import { useTexts } from '../texts.ts';
import { PluralForms } from './PluralForms.tsx';

interface MessageTextProps {
  message: string;
  locale: string;
  label: string;
  help?: string | undefined;
  rows: number;
  plain: boolean;
  extra?: ReactNode;
}

/** One text in one language: its variants, each a template or forms by number. A translation that is emptied is missing. */
export function MessageText({ message, locale, label, help, rows, plain, extra }: MessageTextProps) {
  const t = useTexts();
  const { store, execute, readOnly } = useEditor();
  const [main = locale] = usePart(({ scenario }) => scenario.locales);
  const text = usePart((index) => index.text(locale, message));
  const original = usePart((index) => (locale === main ? undefined : index.text(main, message)));
  const problems = useTextProblems(locale, message);
  const variants: readonly TextVariant[] = text === undefined ? [''] : Array.isArray(text) ? text : [text];
  const write = (variant: number, next: TextVariant | undefined): Outcome<unknown> =>
    store.execute(writeText({ locale, id: message, variant, text: next }));
  const type = (variant: number, typed: string): Outcome<unknown> => {
    const outcome = typed === '' && locale !== main && variants.length === 1 && write(0, undefined);
    return outcome && outcome.ok ? outcome : write(variant, typed);
  };
  const remove = (variant: number): void => {
    execute(alone(writeText({ locale, id: message, variant, text: undefined })));
  };
  return (
    <div className="message-text" lang={locale}>
      {variants.map((variant, i) => {
        const name = variants.length > 1 ? `${label} · ${t('variant', { number: i + 1 })}` : label;
        const tools = (
          <>
            {i === 0 && extra}
            {variants.length > 1 && !readOnly && (
              <Button type="link" size="small" className="field-tool" onClick={() => remove(i)}>
                {t('removeVariant')}
              </Button>
            )}
          </>
        );
        return typeof variant === 'string' ? (
          <CodeField
            key={i}
            language="template"
            label={name}
            help={i === variants.length - 1 ? help : undefined}
            rows={rows}
            value={variant}
            placeholder={original === undefined ? '' : plainText(original)}
            problems={i === 0 ? problems : []}
            extra={tools}
            write={(typed) => type(i, typed)}
          />
        ) : (
          <PluralForms
            key={i}
            label={name}
            locale={locale}
            value={variant}
            tools={tools}
            write={(next) => write(i, next)}
          />
        );
      })}
      {!plain && !readOnly && text !== undefined && (
        <div className="message-tools">
          <Button
            type="link"
            size="small"
            onClick={() => execute(writeText({ locale, id: message, variant: variants.length, text: '' }))}
          >
            {t('addVariant')}
          </Button>
          {typeof variants[0] === 'string' && variants.length === 1 && (
            <Button
              type="link"
              size="small"
              onClick={() =>
                execute(
                  writeText({ locale, id: message, text: { plural: '1', forms: { other: String(variants[0]) } } }),
                )
              }
            >
              {t('byNumber')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** What lint says of one text in one language. */
function useTextProblems(locale: string, message: string) {
  const { problems } = useShown();
  return useMemo(
    () => problems.filter(({ place: { path } }) => path[0] === 'messages' && path[1] === locale && path[2] === message),
    [problems, locale, message],
  );
}
