import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

const api = `http://127.0.0.1:${process.env.KX_PORT ?? '3000'}`;

export default defineConfig({
  plugins: [tailwindcss(), sveltekit()],
  // 360 极速, WeChat's browser and county offices run engines of 2022.
  build: {
    target: ['es2022', 'chrome100', 'safari15.4', 'firefox102'],
    // Icons and components shared by several pages: a few files instead of sixty, and none that the page does not use.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'shared',
              test: /lucide|src[\\/]lib[\\/]ui/,
              minShareCount: 2,
              entriesAware: true,
              entriesAwareMergeThreshold: 6000,
            },
          ],
        },
      },
    },
  },
  // `npm run dev -w apps/web` beside a running API.
  server: { proxy: { '/graphql': api, '/files': api } },
});
