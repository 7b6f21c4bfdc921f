import { autocompletion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import { Decoration, EditorView, keymap, MatchDecorator, ViewPlugin, type DecorationSet } from '@codemirror/view';
import { minimalSetup } from 'codemirror';
import { nonce } from '../../../app/nonce.ts';
import { inLanguage } from '../../../i18n/in-language.ts';
import { completionsAt, type Language, type Names } from '../model/completions.ts';

interface Setup {
  language: Language;
  label: string;
  id: string;
  readOnly: boolean;
  isLine: boolean;
  placeholder: Extension;
  /** Asked when something is typed, so that the editor stays while the variables change. */
  known(): { variables: Names; locals: readonly string[] };
}

/** How a field for an expression or a template behaves: completion, marks for `{{ … }}`, no line breaks where one line is meant. */
export function codeExtensions({ language, label, id, readOnly, isLine, placeholder, known }: Setup): Extension[] {
  return [
    ...(isLine ? [keymap.of([{ key: 'Enter', run: () => true }])] : []),
    minimalSetup,
    placeholder,
    EditorView.cspNonce.of(nonce),
    EditorView.lineWrapping,
    EditorView.editable.of(!readOnly),
    EditorView.contentAttributes.of({ 'aria-label': label, id, tabindex: '0', spellcheck: 'true' }),
    autocompletion({ override: [completing(language, known)], icons: false }),
    ...(language === 'template' ? [holes] : []),
  ];
}

function completing(language: Language, known: Setup['known']) {
  return (context: CompletionContext): CompletionResult | null => {
    const text = context.state.doc.toString();
    const { variables, locals } = known();
    const found = completionsAt(text, context.pos, language, variables, locals);
    const opens = language === 'template' && /\{\{\s*$/.test(text.slice(0, context.pos));
    if (!found || (found.from === context.pos && !context.explicit && !opens && text[context.pos - 1] !== '.'))
      return null;
    return {
      from: found.from,
      validFor: /^\w*$/,
      options: found.options.map(({ label, kind, detail, description }) => ({
        label,
        detail,
        type: kind,
        ...(description && { info: inLanguage({ ...description }) }),
        apply: (view: EditorView, _: unknown, from: number, to: number) => {
          const insert = kind === 'function' ? `${label}()` : label;
          const closes = opensHole(text.slice(0, from), language) && !closesHole(view.state.sliceDoc(to));
          const before = closes && text[from - 1] === '{' ? ' ' : '';
          view.dispatch({
            changes: { from, to, insert: `${before}${insert}${closes ? ' }}' : ''}` },
            selection: { anchor: from + before.length + insert.length - (kind === 'function' ? 1 : 0) },
            userEvent: 'input.complete',
          });
        },
      })),
    };
  };
}

function opensHole(before: string, language: Language): boolean {
  return language === 'template' && before.lastIndexOf('{{') > before.lastIndexOf('}}');
}

function closesHole(after: string): boolean {
  const close = after.indexOf('}}');
  const open = after.indexOf('{{');
  return close !== -1 && (open === -1 || close < open);
}

const matcher = new MatchDecorator({
  regexp: /\{\{.*?\}\}/g,
  decoration: Decoration.mark({ class: 'cm-hole' }),
});

/** Shows where a template has its expressions. */
const holes = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = matcher.createDeco(view);
    }
    update(update: Parameters<MatchDecorator['updateDeco']>[0]): void {
      this.decorations = matcher.updateDeco(update, this.decorations);
    }
  },
  { decorations: ({ decorations }) => decorations },
);
