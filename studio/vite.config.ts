import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The server hands the studio out under `/studio/`; in development its API is reached through the proxy. */
export default defineConfig({
  base: '/studio/',
  plugins: [react()],
  resolve: { conditions: ['scenarium-source', 'module', 'browser', 'development|production'] },
  build: { target: 'es2022' },
  worker: { format: 'es' },
  server: {
    proxy: {
      '/api': 'http://127.0.0.1:3000',
      '/socket.io': { target: 'http://127.0.0.1:3000', ws: true },
    },
  },
});
