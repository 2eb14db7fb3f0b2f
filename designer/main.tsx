import '@mantine/core/styles.css';
import './kit/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { startLanguage } from './kit/messages/language.ts';

// the content policy forbids generated code, and zod would try it at every start
z.config({ jitless: true });

const language = startLanguage();
document.documentElement.lang = language;
if (language === 'de') {
  const { speakGerman } = await import('./kit/messages/de/speak-german.ts');
  speakGerman();
}
// only now: some modules keep texts from the moment they are loaded
const { App } = await import('./app/app.tsx');

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
