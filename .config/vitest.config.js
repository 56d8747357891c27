import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { handlebarsTemplates } from './template-plugin.js';

export default defineConfig({
  root: path.join(import.meta.dirname, '..'),
  plugins: [handlebarsTemplates()],
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/package.ts'],
    testTimeout: 90_000,
    hookTimeout: 60_000,
  },
});
