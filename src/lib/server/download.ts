const TYPES: Readonly<Record<string, string>> = {
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	csv: 'text/csv; charset=utf-8'
};

/** A file that the browser saves under this name. */
export function download(name: string, bytes: Uint8Array): Response {
	const form = name.slice(name.lastIndexOf('.') + 1);
	const plain = name.replace(/[^\w.-]/g, '_');
	return new Response(bytes as Uint8Array<ArrayBuffer>, {
		headers: {
			'content-type': TYPES[form] ?? 'application/octet-stream',
			'content-length': String(bytes.length),
			'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`,
			'cache-control': 'private, no-store'
		}
	});
}
