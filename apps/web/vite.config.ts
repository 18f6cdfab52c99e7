import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

const api = `http://127.0.0.1:${process.env.KX_PORT ?? '3000'}`;

export default defineConfig({
  plugins: [tailwindcss(), sveltekit()],
  // 360 极速, WeChat's browser and county offices run engines of 2022.
  build: { target: ['es2022', 'chrome100', 'safari15.4', 'firefox102'] },
  // `npm run dev -w apps/web` beside a running API.
  server: { proxy: { '/graphql': api, '/files': api } },
});
