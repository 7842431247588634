import * as v from 'valibot';
import { daySchema } from './day.ts';
import { framingSchema } from './framing.ts';
import { mapApprovalSchema } from './map-approval.ts';
import { organisationSchema } from './organisation.ts';
import { MOST_WEIGHT, REASONS, type Reason } from './whitespace-weight.ts';

const weight = v.pipe(v.number('weight'), v.integer('weight'), v.minValue(0, 'weight'), v.maxValue(MOST_WEIGHT, 'weight'));

/** All the weights together, as a setting holds them. */
export const weightsSchema = v.object(Object.fromEntries(REASONS.map((reason) => [reason, weight])) as Record<Reason, typeof weight>);

/** The settings of an installation by key. They are stored as they are written in files: dates in their text form. */
export const SETTINGS = {
	organisation: organisationSchema,
	/** Set where the data are the artificial ones of the demonstration; `today` is the day on which its clock stands. */
	demo: v.object({ today: daySchema }),
	/** Where embeds may be framed; not set: anywhere. */
	framing: framingSchema,
	/** The weights that white spaces are ranked by unless the address says others. */
	whitespace_weights: weightsSchema,
	/** The approval of this installation's maps; not set: only the boundary data's own is shown. */
	map_approval: mapApprovalSchema,
	/** Must everybody who signs in give a code beside the password? Not set: each as they like. */
	second_factor: v.object({ required: v.boolean() })
} as const;

export type SettingKey = keyof typeof SETTINGS;

/** What a setting says, as read. */
export type Setting<K extends SettingKey> = v.InferOutput<(typeof SETTINGS)[K]>;

/** What a setting says, as written. */
export type SettingInput<K extends SettingKey> = v.InferInput<(typeof SETTINGS)[K]>;
