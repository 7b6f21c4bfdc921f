import './app/nonce.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Studio } from './app/Studio.tsx';
import './app/studio.css';

createRoot(document.getElementById('studio') as HTMLElement).render(
  <StrictMode>
    <Studio />
  </StrictMode>,
);
