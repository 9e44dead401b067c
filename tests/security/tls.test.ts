import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callOut } from '#server/outbound/call.ts';
import { configureOutbound } from '#server/outbound/settings.ts';

/** Made for these tests alone, for hooks.example, signed by itself: nobody trusts it. */
const cert = `-----BEGIN CERTIFICATE-----
MIIBoTCCAUegAwIBAgIUEBS27xmu1IGxe91ASxpI/oIIBBYwCgYIKoZIzj0EAwIw
GDEWMBQGA1UEAwwNaG9va3MuZXhhbXBsZTAgFw0yNjExMjkwNjI1MzBaGA8yMTI2
MTEwNTA2MjUzMFowGDEWMBQGA1UEAwwNaG9va3MuZXhhbXBsZTBZMBMGByqGSM49
AgEGCCqGSM49AwEHA0IABE+kMrvQ8Mrw0FARiF+BXRT7yxdFp3EMwbfbyLzVYw8t
1metTgTxAhlxld7ZM7LOHHmswbrMSV/zS+fymzh+172jbTBrMB0GA1UdDgQWBBS3
7PrzD7bBTvSfxztJVj/mno/E3DAfBgNVHSMEGDAWgBS37PrzD7bBTvSfxztJVj/m
no/E3DAPBgNVHRMBAf8EBTADAQH/MBgGA1UdEQQRMA+CDWhvb2tzLmV4YW1wbGUw
CgYIKoZIzj0EAwIDSAAwRQIgFGUGvx9HHUwR7oZvW6DSyYRo8YSXjzZ1T70hrXdj
tnoCIQC4kbgv1KmdiJ5SUYWM/10V3Vr132SSN9QNVY3MEEmhQA==
-----END CERTIFICATE-----`;
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgPoCSSwNAUcdSWdQi
+WVN+bW7H6UwK3Kx5pkgSb8McBehRANCAARPpDK70PDK8NBQEYhfgV0U+8sXRadx
DMG328i81WMPLdZnrU4E8QIZcZXe2TOyzhx5rMG6zElf80vn8ps4fte9
-----END PRIVATE KEY-----`;

let received = 0;
const server = createServer({ cert, key }, (_, response) => {
	received += 1;
	response.writeHead(204).end();
});
const known = getCACertificates('default');

beforeAll(async () => {
	configureOutbound({ outboundAllow: ['127.0.0.0/8'] });
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
	setDefaultCACertificates(known);
	configureOutbound({ outboundAllow: [] });
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

function call(name: string): Promise<number> {
	const { port } = server.address() as AddressInfo;
	const url = `https://${name}:${port}/`;
	return callOut({ url, headers: {}, body: '{}' }, () => Promise.resolve(['127.0.0.1']));
}

test('who shows a certificate that nobody vouches for, or one for another name, is sent nothing', async () => {
	await expect(call('hooks.example')).rejects.toMatchObject({ kind: 'call' });
	setDefaultCACertificates([cert]);
	await expect(call('other.example')).rejects.toMatchObject({ kind: 'call' });
	expect(received).toBe(0);
	expect(await call('hooks.example')).toBe(204);
	expect(received).toBe(1);
});
