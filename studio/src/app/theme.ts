import { theme, type ThemeConfig } from 'antd';

/** The look: ink on paper with one deep green, dense and quiet. The same colours stand in `studio.css`. */
export function themeFor(dark: boolean): ThemeConfig {
  const colors = dark ? DARK : LIGHT;
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      ...colors,
      borderRadius: 6,
      borderRadiusLG: 8,
      controlHeight: 32,
      fontSize: 14,
      fontSizeHeading1: 20,
      fontSizeHeading2: 16,
      fontSizeHeading3: 14,
      fontFamily: 'Inter, "Segoe UI", system-ui, -apple-system, Roboto, "Noto Sans", sans-serif',
      fontFamilyCode: '"JetBrains Mono", "Cascadia Code", ui-monospace, Menlo, Consolas, monospace',
      wireframe: false,
      boxShadowTertiary: 'none',
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', ...(dark && { primaryColor: '#06231b' }) },
      Table: { headerBg: 'transparent', cellPaddingBlockMD: 9, cellPaddingBlockSM: 7, headerSplitColor: 'transparent' },
      Card: { bodyPadding: 16, headerFontSize: 14 },
      Menu: { itemHeight: 34, itemBorderRadius: 6, itemMarginInline: 8, groupTitleFontSize: 12 },
      Tabs: { horizontalMargin: '0 0 16px 0' },
      Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
    },
  };
}

const LIGHT = {
  colorPrimary: '#0c6b56',
  colorInfo: '#0c6b56',
  colorLink: '#0a6350',
  colorSuccess: '#2c7a3f',
  colorWarning: '#a85d00',
  colorError: '#b3261e',
  colorBgLayout: '#f5f6f3',
  colorBgContainer: '#ffffff',
  colorBorder: '#cfd5ce',
  colorBorderSecondary: '#e2e6e0',
  colorText: '#17211c',
  colorTextSecondary: '#51605a',
  colorTextTertiary: '#5f6d66',
  colorTextDescription: '#5a6861',
  colorTextPlaceholder: '#6a7771',
};

const DARK = {
  colorPrimary: '#4fc7a4',
  colorInfo: '#4fc7a4',
  colorLink: '#62d3b1',
  colorSuccess: '#6cc07f',
  colorWarning: '#e0a34a',
  colorError: '#ee7b70',
  colorBgLayout: '#111614',
  colorBgContainer: '#191f1c',
  colorBgElevated: '#212925',
  colorBorder: '#3a4641',
  colorBorderSecondary: '#29322e',
  colorText: '#e6ece8',
  colorTextSecondary: '#a7b5ad',
  colorTextTertiary: '#93a29a',
  colorTextDescription: '#9dada4',
  colorTextPlaceholder: '#87968e',
};
