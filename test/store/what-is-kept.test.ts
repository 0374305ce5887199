import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BY_CHAIN, BY_GUILD } from '../../src/store/forget-community.js';
import { SEALED_COLUMNS } from '../../src/store/sealed-columns.js';
import { makeSqliteBench, type SqliteBench } from './sqlite-bench.js';

/**
 * Every column of the database that is not a label, count or moment, and how it is protected. Whoever adds a column says here
 * what it is, and in PRIVACY.md why it is kept and when it goes: sealed columns must be sealed anew when the key changes, hashes
 * made anew, and both must go when a person is forgotten.
 */
const PROTECTED: Readonly<Record<'sealed' | 'hash' | 'pseudonym', readonly string[]>> = {
  sealed: [
    'audit_chain.seal',
    'audit_subject.sealed',
    'campaign.sealed',
    'erasure.sealed',
    'flag.marks',
    'flag.reported_by',
    'flag.sealed',
    'flag.supported_by',
    'flag.verdict_by',
    'pack_difference.sealed',
    'pack_proposal.sealed',
    'pack_publication.sealed',
    'pause.paused_by',
    'review_event.by',
    'review_event.note',
    'second_review.verdict_by',
  ],
  hash: [
    'audit_subject.subject_hash',
    'campaign_band.band_hash',
    'erasure.subject_hash',
    'flag.author_hash',
    'flag.channel_hash',
    'flag.flag_hash',
    'flag.message_hash',
    'flag.reporter_hash',
    'flag.text_hash',
    'pack_difference.key_hash',
  ],
  pseudonym: ['audit_entry.actor', 'audit_entry.subject', 'audit_subject.pseudonym'],
};
/** Sealed columns with a function of their own, because hashes come with them or they are emptied (rotate-key.ts). */
const RESEALED_BY_HAND = [
  'audit_chain.seal',
  'audit_subject.sealed',
  'campaign.sealed',
  'erasure.sealed',
  'flag.reported_by',
  'flag.sealed',
  'pack_difference.sealed',
];

/** Ids that stand in clear: of communities and channels, ends of what was read, places of our own cards. */
const CLEAR_IDS = [
  'channel.channel_id',
  'coverage.channel_id',
  'coverage.from_id',
  'coverage.to_id',
  'flag.card_channel_id',
  'flag.card_message_id',
  'gap.channel_id',
  'gap.from_id',
  'gap.to_id',
  'late_message.channel_id',
  'late_message.message_id',
  'overflow.card_channel_id',
  'overflow.card_message_id',
  'report_post.card_channel_id',
  'report_post.card_message_id',
  'review_event.flag_id',
  'second_review.card_channel_id',
  'second_review.card_message_id',
  'second_review.flag_id',
  'tally.channel_id',
];
/** Names of columns that hold labels, counts, moments, and our own random ids. */
const HARMLESS =
  /^(id|name|value|guild_id|chain|seq|hash|previous_hash|last_hash|(first|last)_seq|changes|reason|day|language|outcome|count|retired_count|language_probability|level|score|category|polarity|pack|verdict|revision|shown_revision|campaign_id|head_id|urgent_id|number|cards|shown|period|holder|action|subject_kind|detail|kind|at|holds_urgent|previous|archive|against|source|running|compared|gained|lost|moved|was|now|labels|(trial|flag)_id|\w+_at)$/;

describe('every column of the database', () => {
  let bench: SqliteBench;
  let columns: readonly string[] = [];

  beforeAll(async () => {
    bench = await makeSqliteBench();
    await bench.open();
    const rows = await bench.ask(
      "select m.name || '.' || c.name as name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and m.name not like 'kysely%' and m.name not like 'sqlite%'",
    );
    columns = rows.map((row) => String(Object(row).name));
  });

  afterAll(() => bench.remove());

  it('is known: protected, an id that may stand in clear, or harmless', () => {
    const known = new Set([...Object.values(PROTECTED).flat(), ...CLEAR_IDS]);
    const unknown = columns.filter((name) => !known.has(name) && !HARMLESS.test(name.split('.')[1] ?? ''));
    expect(unknown).toEqual([]);
    expect([...known].filter((name) => !columns.includes(name))).toEqual([]);
  });

  it('that is sealed is sealed anew with another key', () => {
    const resealed = SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`);
    expect([...resealed, ...RESEALED_BY_HAND].sort()).toEqual(PROTECTED.sealed);
  });

  it('of a community goes when it is forgotten', () => {
    const tablesWith = (column: string) =>
      columns.filter((name) => name.endsWith(`.${column}`)).map((name) => name.split('.')[0] ?? '');
    expect([...BY_GUILD, 'flag'].sort()).toEqual(tablesWith('guild_id').sort());
    expect([...BY_CHAIN].sort()).toEqual(tablesWith('chain').sort());
  });
});
