import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({ site: 'https://on-record.example', telemetry: false, integrations: [starlight({ title: 'On Record' })] });
