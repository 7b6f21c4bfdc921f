import './app/nonce.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Studio } from './app/Studio.tsx';
import { LanguageProvider } from './i18n/use-language.tsx';
import './app/studio.css';

createRoot(document.getElementById('studio') as HTMLElement).render(
  <StrictMode>
    <LanguageProvider>
      <Studio />
    </LanguageProvider>
  </StrictMode>,
);
