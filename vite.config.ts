import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
	plugins: [
		sveltekit({
			adapter: adapter({ out: 'build', precompress: true }),
			csp: {
				mode: 'nonce',
				directives: {
					'default-src': ['none'],
					'script-src': ['self'],
					'style-src': ['self'],
					'img-src': ['self', 'data:'],
					'font-src': ['self'],
					'connect-src': ['self'],
					'manifest-src': ['self'],
					'worker-src': ['self'],
					'form-action': ['self'],
					'base-uri': ['none'],
					'frame-ancestors': ['none']
				}
			},
			// Our own hook judges where a change came from (design.md, "Traps at the door").
			csrf: { trustedOrigins: ['*'] },
			paths: { relative: false },
			version: { pollInterval: 0 }
		})
	],
	// Icons are one cached file; inlined, they would travel with every page.
	build: { assetsInlineLimit: 0 }
});
