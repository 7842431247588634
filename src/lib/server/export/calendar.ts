import { addDays, type Day } from '#domain/day.ts';
import { inLocale } from '#domain/locale.ts';
import { localePath } from '#lib/i18n/address.ts';
import { formatDay } from '#lib/i18n/date.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { openDataText } from '#lib/i18n/open-data.ts';
import { xmlSafe } from '#lib/picture/still/markup.ts';
import { placeName } from '../place-name.ts';
import { eventRows } from './record-rows.ts';
import { publisherName, type Asked } from './words.ts';

const MOST_OCTETS = 75;

/** The events as an iCalendar by RFC 5545, one whole day each. What is not known to the day stands in none; the description says how many those are. */
export async function calendar({ reading, origin }: Asked): Promise<string> {
	const { locale, at } = reading;
	const name = await publisherName(reading);
	const host = new URL(origin).hostname;
	const all = await eventRows(reading);
	const events = all.filter(({ held }) => held.precision === 'day' && held.on !== null);
	const said = openDataText[locale].calendarSaid(formatDay(at, locale), formatNumber(events.length, locale), all.length - events.length, origin + localePath('/events', locale));
	return [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Taihu Atlas//events//EN',
		'CALSCALE:GREGORIAN',
		'METHOD:PUBLISH',
		`NAME:${text(openDataText[locale].calendarTitle(name))}`,
		`X-WR-CALNAME:${text(openDataText[locale].calendarTitle(name))}`,
		`X-WR-CALDESC:${text(said)}`,
		...events.flatMap(({ id, title, held, city, venue, summary }) => {
			const place = [venue && inLocale(venue, locale), city && placeName(city, locale)].filter(Boolean).join(locale === 'en' ? ', ' : '，');
			return [
				'BEGIN:VEVENT',
				`UID:${id}@${host}`,
				`DTSTAMP:${plain(at)}T000000Z`,
				`DTSTART;VALUE=DATE:${plain(held.on as Day)}`,
				`DTEND;VALUE=DATE:${plain(addDays(held.on as Day, 1))}`,
				`SUMMARY:${text(inLocale(title, locale))}`,
				...(place ? [`LOCATION:${text(place)}`] : []),
				...(summary ? [`DESCRIPTION:${text(inLocale(summary, locale))}`] : []),
				`URL:${origin}${localePath(`/events/${id}`, locale)}`,
				'TRANSP:TRANSPARENT',
				'END:VEVENT'
			];
		}),
		'END:VCALENDAR'
	]
		.map((line) => `${folded(line)}\r\n`)
		.join('');
}

const plain = (day: Day): string => day.replaceAll('-', '');

function text(value: string): string {
	return xmlSafe(value).replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n').replaceAll('\t', ' ');
}

/** A line cut into pieces of 75 octets at most, none inside a letter. */
function folded(line: string): string {
	let out = '';
	let octets = 0;
	for (const letter of line) {
		const size = Buffer.byteLength(letter);
		if (octets + size > MOST_OCTETS) {
			out += '\r\n ';
			octets = 1;
		}
		out += letter;
		octets += size;
	}
	return out;
}
