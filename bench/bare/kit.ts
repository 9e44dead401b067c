import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

/**
 * Nothing but what Kit brings: this is what Imago's pages are compared with. Not named
 * `vite.config.ts`, since linters that look for one would leave Kit's generated files here.
 */
export default defineConfig({
	plugins: [sveltekit({ adapter: adapter({ out: 'build', precompress: true }) })]
});
