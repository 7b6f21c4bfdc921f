import { ChoiceField, TemplateField, TextField } from '../fields/step-fields.tsx';
import { StepRows } from '../fields/StepRows.tsx';
import { LabelledRows } from '../messages/LabelledRows.tsx';
import { MessageField } from '../messages/MessageField.tsx';
import { useTexts } from '../texts.ts';
import { More } from './More.tsx';

export function MessageForm() {
  const t = useTexts();
  return (
    <>
      <MessageField path={['text']} label={t('text')} help={t('text.help')} rows={2} />
      <LabelledRows
        path={['buttons']}
        stem="button"
        title={t('buttons')}
        help={t('buttons.help')}
        add={t('addButton')}
        max={20}
      >
        {(path) => (
          <More>
            <TemplateField path={[...path, 'url']} label={t('url')} help={t('url.help')} optional />
            <TextField path={[...path, 'id']} label={t('id')} />
          </More>
        )}
      </LabelledRows>
      <StepRows
        path={['attachments']}
        title={t('attachments')}
        add={t('addAttachment')}
        max={10}
        fresh={() => ({ url: 'https://', type: 'file' })}
      >
        {(_, path) => (
          <>
            <TemplateField path={[...path, 'url']} label={t('address')} />
            <div className="pair">
              <ChoiceField
                path={[...path, 'type']}
                label={t('kind')}
                options={(['file', 'image', 'audio', 'video'] as const).map((value) => ({
                  value,
                  label: t(`attachment.${value}`),
                }))}
              />
              <TemplateField path={[...path, 'name']} label={t('fileName')} optional />
            </div>
          </>
        )}
      </StepRows>
    </>
  );
}
