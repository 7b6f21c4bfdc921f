import { Tabs } from 'antd';
import { SettingsPanel } from './SettingsPanel.tsx';
import { TextsPanel } from './TextsPanel.tsx';
import { useTexts } from './texts.ts';
import { TriggersPanel } from './TriggersPanel.tsx';
import { VariablesPanel } from './VariablesPanel.tsx';

/** What belongs to the scenario as a whole. */
export function ScenarioPanel() {
  const t = useTexts();
  return (
    <Tabs
      className="inspector scenario-panel"
      size="small"
      tabBarGutter={14}
      destroyOnHidden
      items={[
        { key: 'settings', label: t('settings'), children: <SettingsPanel /> },
        { key: 'triggers', label: t('triggers'), children: <TriggersPanel /> },
        { key: 'variables', label: t('variables'), children: <VariablesPanel /> },
        { key: 'texts', label: t('texts'), children: <TextsPanel /> },
      ]}
    />
  );
}
