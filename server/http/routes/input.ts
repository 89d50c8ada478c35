import * as v from 'valibot';
import { idSchema } from '#lib/domain/ids.ts';
import { daySchema, freeText, languageSchema, lengthOf, oneLine } from '#lib/domain/texts.ts';
import { daysAfter } from '#lib/protocol/forum-days.ts';
import {
	centreKinds,
	initiatives,
	restLimits as most,
	type CentreOfCodeRequest,
	type ClaimRequest,
	type FacilitatorClaimRequest,
	type FacilitatorLinkRequest,
	type ForumRequest,
	type JoinRequest,
	type MeCentreRequest,
	type MeRequest,
	type OrganiserClaimRequest,
	type SignInRequest,
	type VerifyRequest,
	type WorkshopRequest
} from '#lib/protocol/rest.ts';
import { type CentreRequest } from '#lib/protocol/rest-centres.ts';
import { isSectorCode } from '#lib/domain/sector-codes.ts';
import { recordLimits as longest } from '../../roster/centre-record.ts';
import { countryCode } from '../../roster/countries.ts';

/** A schema that takes exactly what this request may say. */
type Takes<Request> = v.GenericSchema<Request, unknown>;

/** A text of one line that may be empty. */
const maybeLine = (limit: number) =>
	v.pipe(
		freeText(limit),
		v.transform((text) => text.replace(/\s+/g, ' '))
	);

const country = v.pipe(
	v.string(),
	v.check((code) => countryCode(code) === code, 'not a country')
);
const sector = v.pipe(
	v.string(),
	v.check((code) => isSectorCode(code), 'not a sector')
);
const website = v.pipe(
	maybeLine(most.website),
	v.check(
		(text) => text === '' || (/^https?:\/\//i.test(text) && URL.canParse(text)),
		'A web address starts with https://.'
	)
);
/** A day that the calendar has: not 30 February. */
const day = v.pipe(
	daySchema,
	v.check((text) => daysAfter(text, 0) === text, 'not a day')
);
const localTime = v.pipe(
	v.string(),
	v.isoDateTime('not a time'),
	v.check((text) => daysAfter(text.slice(0, 10), 0) === text.slice(0, 10), 'not a day')
);
const unique = (codes: string[]) => [...new Set(codes)];

const personName = oneLine(most.personName);
/** As it was typed: spaces, dashes and case are the reader's business. */
const typed = v.pipe(v.string(), v.maxLength(60, 'Use at most 60 characters.'));
const token = v.pipe(v.string(), v.maxLength(200, 'not a link'));
const passphrase = v.pipe(
	v.string(),
	v.maxLength(most.passphraseMost * 4),
	v.check((text) => lengthOf(text) <= most.passphraseMost, `Use at most ${most.passphraseMost} characters.`)
);

export const forumInput = v.strictObject({
	name: oneLine(most.forumName),
	place: oneLine(most.place),
	firstDay: day,
	lastDay: day,
	timeZone: v.pipe(v.string(), v.maxLength(60)),
	languages: v.pipe(
		v.array(languageSchema),
		v.minLength(1, 'Choose at least one.'),
		v.maxLength(30),
		v.transform(unique)
	),
	controller: oneLine(most.controller),
	privacyNotice: v.pipe(freeText(most.privacyNotice), v.minLength(1, 'Write at least one character.')),
	confirmByDay: v.optional(day),
	retentionDay: day
}) satisfies Takes<ForumRequest>;

export const centreInput = v.pipe(
	v.strictObject({
		isNetwork: v.boolean(),
		name: oneLine(most.shortName),
		legalName: maybeLine(most.legalName),
		city: maybeLine(most.city),
		country: v.nullable(country),
		kind: v.nullable(v.picklist(centreKinds)),
		sectors: v.pipe(
			v.array(sector),
			v.maxLength(longest.sectors, `Choose at most ${longest.sectors}.`),
			v.transform(unique)
		),
		networkIds: v.pipe(
			v.array(idSchema),
			v.maxLength(longest.networks, `Choose at most ${longest.networks}.`),
			v.transform(unique)
		),
		website,
		pic: v.nullable(v.pipe(v.string(), v.regex(/^\d{9}$/, 'A PIC has exactly 9 digits.'))),
		oid: v.nullable(v.pipe(v.string(), v.regex(/^E\d{8}$/, 'An OID is the letter E and 8 digits.'))),
		field: maybeLine(most.field),
		initiative: v.nullable(v.picklist(initiatives)),
		coordinator: maybeLine(most.coordinator),
		countries: v.pipe(v.array(country), v.maxLength(longest.countries), v.transform(unique)),
		approved: v.boolean()
	}),
	v.transform(({ approved, ...facts }) => {
		const { isNetwork } = facts;
		// A network has no kind and no codes, an organisation no field of its own: what the other form left is dropped.
		return {
			approved,
			facts: {
				...facts,
				legalName: facts.legalName || facts.name,
				kind: isNetwork ? null : facts.kind,
				pic: isNetwork ? null : facts.pic,
				oid: isNetwork ? null : facts.oid,
				networkIds: isNetwork ? [] : facts.networkIds,
				initiative: isNetwork ? (facts.initiative ?? 'other') : null,
				field: isNetwork ? facts.field : '',
				coordinator: isNetwork ? facts.coordinator : '',
				countries: isNetwork ? facts.countries : []
			}
		};
	})
) satisfies Takes<CentreRequest>;

export const workshopInput = v.strictObject({
	title: oneLine(most.workshopTitle),
	room: maybeLine(most.room),
	startsLocal: localTime,
	endsLocal: localTime,
	language: languageSchema
}) satisfies Takes<WorkshopRequest>;

const chosenCentre = v.strictObject({ id: idSchema });
const askedCentre = v.strictObject({
	asked: v.strictObject({
		name: oneLine(most.shortName),
		city: maybeLine(most.city),
		country: v.nullable(country),
		kind: v.nullable(v.picklist(centreKinds))
	})
});
const isAsked = (given: unknown) => typeof given === 'object' && given !== null && 'asked' in given;

export const joinInput = v.strictObject({
	name: personName,
	centre: v.lazy((given) => (isAsked(given) ? askedCentre : chosenCentre)),
	delegationCode: v.optional(typed),
	attempt: v.optional(idSchema)
}) satisfies Takes<JoinRequest>;

export const meCentreInput = v.strictObject({ centre: chosenCentre }) satisfies Takes<MeCentreRequest>;
export const meInput = v.strictObject({ name: personName }) satisfies Takes<MeRequest>;
export const codeInput = v.strictObject({ delegationCode: typed }) satisfies Takes<VerifyRequest & CentreOfCodeRequest>;
export const claimInput = v.strictObject({ token }) satisfies Takes<ClaimRequest>;
export const facilitatorClaimInput = v.strictObject({
	token,
	name: v.optional(personName)
}) satisfies Takes<FacilitatorClaimRequest>;
export const facilitatorLinkInput = v.strictObject({ name: personName }) satisfies Takes<FacilitatorLinkRequest>;
export const organiserClaimInput = v.strictObject({
	token,
	name: v.optional(personName),
	passphrase: v.optional(passphrase)
}) satisfies Takes<OrganiserClaimRequest>;
export const signInInput = v.strictObject({ name: typed, passphrase }) satisfies Takes<SignInRequest>;
