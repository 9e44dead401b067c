import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';

/**
 * Kit's announcer for screen readers hides itself with a style attribute, which our content policy
 * forbids; the class of the design system hides it as well.
 */
const announcerByClass: Plugin = {
	name: 'imago:announcer-by-class',
	enforce: 'pre',
	transform(code, id) {
		if (!id.endsWith('/components/root.svelte')) return undefined;
		const changed = code.replace(/(id="svelte-announcer"[^>]*?)style="[^"]*"/, '$1class="sr"');
		if (changed === code) this.error('Kit changed its announcer; look at root.svelte again.');
		return changed;
	}
};

export default defineConfig({
	plugins: [
		announcerByClass,
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
			// Our own hook judges where a change came from (docs/decisions/0005-kit-without-remote-functions.md).
			csrf: { trustedOrigins: ['*'] },
			paths: { relative: false },
			version: { pollInterval: 0 }
		})
	],
	build: {
		// Icons are one cached file; inlined, they would travel with every page.
		assetsInlineLimit: 0,
		// Browsers that know `light-dark()`: rewritten for older ones it is decided once, at the root,
		// and a part of a page with a theme of its own (the talk) would stay as light as the rest.
		cssTarget: ['chrome123', 'firefox120', 'safari17.5']
	}
});
