import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

/**
 * The bare SvelteKit app that Imago's pages are compared with. Not named `vite.config.ts`, since linters
 * that look for one would write SvelteKit's generated files here.
 */
export default defineConfig({
	plugins: [sveltekit({ adapter: adapter({ out: 'build', precompress: true }) })]
});
