import type { QrCode } from '#domain/qr.ts';

/** The dark modules of a QR code as path data, one unit a module, row by row in runs. */
export function qrPath({ dark }: QrCode): string {
	return dark
		.map((row, y) => {
			const text = row.map(Number).join('');
			return [...text.matchAll(/1+/g)].map((run) => `M${run.index} ${y}h${run[0].length}v1h-${run[0].length}z`).join('');
		})
		.join('');
}
