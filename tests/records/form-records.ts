import fc from 'fast-check';
import * as v from 'valibot';
import { creditCheck } from '#domain/credit-code.ts';
import { dayFromNumber, dayNumber } from '#domain/day.ts';
import { FORMS, type Field, type FormRecord, type FormType } from '#domain/form.ts';
import { city, cityCodes } from '#geo/regions/city.ts';
import { districtsOf } from '#geo/regions/district.ts';

const text = (most: number) =>
	fc
		.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: most }), fc.constantFrom('示例单位', "Ma'anshan", '<b>“A”</b>', '=1+1', '第一行\n第二行'))
		// What a form cannot carry: spaces around, control characters, broken surrogates.
		// eslint-disable-next-line no-control-regex
		.map((value) => value.toWellFormed().replace(/[\u0000-\u0008\u000b-\u001f]/g, '').trim())
		.filter((value) => value.length > 0 && value.length <= most);
const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
const bilingual = fc.record({ zh: text(40), en: fc.option(text(40), { nil: null }) });
const day = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2099-12-31') }).map(dayFromNumber);
const partialDay = fc.oneof(
	day,
	day.map((on) => on.slice(0, 7)),
	day.map((on) => on.slice(0, 4)),
	day.map((on) => `<=${on}`)
);
const code = fc.constantFrom(...cityCodes);
const creditCode = fc.stringMatching(/^[0-9A-HJ-NP-RTUWXY]{17}$/).map((start) => start + (creditCheck(start) ?? ''));
const coordinate = (most: number) => fc.double({ min: -most, max: most, noNaN: true }).map((x) => (Math.abs(x) < 1e-6 ? 0 : x));
const nullOr = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

/** Values of a field as its schema takes them. */
function valueOf(name: string, field: Field): fc.Arbitrary<unknown> {
	switch (field.kind) {
		case 'bilingual':
			return field.required ? bilingual : nullOr(bilingual);
		case 'lines':
			return fc.array(text(20).filter((line) => !line.includes('\n')), { maxLength: 3 });
		case 'choice':
			return field.required ? fc.constantFrom(...field.choices) : nullOr(fc.constantFrom(...field.choices));
		case 'choices':
			return fc.uniqueArray(fc.constantFrom(...field.choices));
		case 'partial_day':
			return field.required ? partialDay : field.none ? nullOr(name === 'left' ? partialDay : fc.oneof(partialDay, fc.constant(''))) : fc.oneof(partialDay, fc.constant(''));
		case 'day':
			return day;
		case 'number':
			return field.required ? fc.nat(field.most) : nullOr(fc.nat(field.most));
		case 'flag':
			return fc.boolean();
		case 'point':
			return nullOr(fc.record({ lon: coordinate(180), lat: coordinate(90) }));
		case 'url':
			return nullOr(fc.webUrl().filter((url) => url === url.trim() && !/\s/.test(url)));
		case 'credit_code':
			return nullOr(creditCode);
		case 'areas':
			return fc.uniqueArray(code, { minLength: field.required ? 1 : 0, maxLength: 5 });
		case 'reference':
			return field.required ? id : nullOr(id);
		case 'references':
			return fc.uniqueArray(id, { maxLength: 4 });
		case 'citations':
			return fc.uniqueArray(fc.record({ sourceId: id, field: fc.constantFrom('', 'name', 'city') }), {
				maxLength: 4,
				selector: (citation) => `${citation.sourceId} ${citation.field}`
			});
		default:
			return nullOr(text(60));
	}
}

/** Any record of a type, which passes its schema. */
export function arbitraryRecord(type: FormType): fc.Arbitrary<FormRecord> {
	const { schema, fields } = FORMS[type];
	const values = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, valueOf(name, field)]));
	return fc
		.record({ id, ...values, place: nullOr(code), spot: fc.nat(100) })
		.map(({ place, spot, ...input }) => {
			const all = place === null ? [] : districtsOf(place);
			const fitted = 'cityBasis' in input ? { cityBasis: place === null ? 'unknown' : 'stated', district: all[spot % Math.max(1, all.length)]?.adcode ?? null } : {};
			return v.safeParse(schema, { ...input, ...('city' in input ? { city: place && city(place) ? place : null } : {}), ...fitted });
		})
		.filter((parsed) => parsed.success)
		.map((parsed) => parsed.output as FormRecord);
}
