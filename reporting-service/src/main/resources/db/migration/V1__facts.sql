-- One typed table per kind of record. Division and dates are those of the event, so nothing depends on the order of
-- arrival. One partial index per count date, by division path: a subtree is one range.

create table mediation_case_fact (
    record_id uuid primary key,
    version int not null,
    division char(12) collate "C" not null,
    entered_on date not null,
    voided boolean not null,
    matter_id uuid,
    status text,
    place char(12) collate "C",
    committee_id uuid,
    committee_level text,
    source text,
    referrer text,
    dispute_type text,
    dispute_subtype text,
    basis text,
    difficulty text,
    persons_involved int,
    amount_yuan numeric(15, 2),
    registered_on date,
    accepted_on date,
    refused_on date,
    withdrawn_on date,
    handed_over_on date,
    ended_by_party_on date,
    terminated_on date,
    agreed_on date,
    closed_on date,
    ended_on date,
    mediation_due_on date,
    agreement_form text,
    agreement_amount_yuan numeric(15, 2),
    confirmable boolean,
    confirmation_window_ends_on date,
    confirmation_applied_on date,
    confirmation_ruled_on date,
    confirmed boolean,
    performed_on date,
    guided_to_litigation boolean,
    crime_prevented_on date,
    crime_prevented_persons int,
    group_petition_prevented_on date,
    group_petition_prevented_persons int,
    suicide_prevented_on date,
    suicide_prevented_persons int,
    group_fight_prevented_on date,
    group_fight_prevented_persons int,
    archived_on date
);

create index mediation_case_closed on mediation_case_fact (division, closed_on)
    include (record_id, version, status, basis, committee_level, source, dispute_type, difficulty, agreement_form,
        persons_involved)
    where closed_on is not null and not voided;
create index mediation_case_accepted on mediation_case_fact (division, accepted_on)
    include (record_id, version, status, basis, committee_level, source, dispute_type, ended_on)
    where accepted_on is not null and not voided;
create index mediation_case_refused on mediation_case_fact (division, refused_on) include (basis, committee_level)
    where refused_on is not null and not voided;
create index mediation_case_withdrawn on mediation_case_fact (division, withdrawn_on)
    include (basis, committee_level)
    where withdrawn_on is not null and not voided;
create index mediation_case_handed_over on mediation_case_fact (division, handed_over_on)
    include (basis, committee_level)
    where handed_over_on is not null and not voided;
create index mediation_case_ended_by_party on mediation_case_fact (division, ended_by_party_on)
    include (basis, committee_level)
    where ended_by_party_on is not null and not voided;
create index mediation_case_performed on mediation_case_fact (division, performed_on)
    include (status, basis, committee_level)
    where performed_on is not null and not voided;
create index mediation_case_ruled on mediation_case_fact (division, confirmation_ruled_on)
    include (confirmed, basis, committee_level)
    where confirmation_ruled_on is not null and not voided;
create index mediation_case_crime_prevented on mediation_case_fact (division, crime_prevented_on)
    include (basis, crime_prevented_persons)
    where crime_prevented_on is not null and not voided;
create index mediation_case_group_petition_prevented on mediation_case_fact (division, group_petition_prevented_on)
    include (basis, group_petition_prevented_persons)
    where group_petition_prevented_on is not null and not voided;
create index mediation_case_suicide_prevented on mediation_case_fact (division, suicide_prevented_on)
    include (basis, suicide_prevented_persons)
    where suicide_prevented_on is not null and not voided;
create index mediation_case_group_fight_prevented on mediation_case_fact (division, group_fight_prevented_on)
    include (basis, group_fight_prevented_persons)
    where group_fight_prevented_on is not null and not voided;

create table committee_fact (
    record_id uuid primary key,
    version int not null,
    division char(12) collate "C" not null,
    entered_on date not null,
    voided boolean not null,
    committee_level text,
    established_on date,
    term_ends_on date,
    dissolved_on date
);

create index committee_established on committee_fact (division, established_on)
    include (dissolved_on, committee_level)
    where established_on is not null and not voided;

create table mediator_fact (
    record_id uuid primary key,
    version int not null,
    division char(12) collate "C" not null,
    entered_on date not null,
    voided boolean not null,
    committee_id uuid,
    committee_level text,
    full_time boolean,
    appointed_on date,
    left_on date
);

create index mediator_appointed on mediator_fact (division, appointed_on)
    include (left_on, committee_level, full_time)
    where appointed_on is not null and not voided;

create table screening_fact (
    record_id uuid primary key,
    version int not null,
    division char(12) collate "C" not null,
    entered_on date not null,
    voided boolean not null,
    committee_id uuid,
    committee_level text,
    screened_on date,
    rounds int,
    disputes_found int,
    prevented int
);

create index screening_screened on screening_fact (division, screened_on)
    include (rounds, disputes_found, prevented, committee_level)
    where screened_on is not null and not voided;

create table meeting_fact (
    record_id uuid primary key,
    version int not null,
    division char(12) collate "C" not null,
    entered_on date not null,
    voided boolean not null,
    held_on date,
    cases_discussed int
);

create index meeting_held on meeting_fact (division, held_on)
    where held_on is not null and not voided;

-- How far each partition has been applied. Advanced by compare-and-set in the transaction that writes the facts.
create table consumer_offset (
    topic text,
    partition int,
    topic_id text not null,
    position bigint not null,
    event_at timestamptz,
    at_end_at timestamptz,
    primary key (topic, partition)
);

comment on column consumer_offset.topic_id is 'Kafka''s id of the topic: another id is another log, read from 0';
comment on column consumer_offset.position is 'The next offset to apply';
comment on column consumer_offset.event_at is 'ce_time of the last event applied';
comment on column consumer_offset.at_end_at is 'The last poll that found nothing more';

-- Events that could not become facts. Codes, dates and counts only: no person is in an event.
create table dead_letter (
    id bigint generated always as identity primary key,
    topic text not null,
    topic_id text not null,
    partition int not null,
    position bigint not null,
    record_id text,
    body bytea,
    reason text not null,
    failed_at timestamptz not null,
    unique (topic, topic_id, partition, position)
);

create index dead_letter_record on dead_letter (topic, record_id);

-- A unit confirms its figures of a month: a zero is then a nil return, not a silence.
create table confirmation (
    division char(12) collate "C",
    month date,
    chapter text,
    confirmed_by text not null,
    confirmed_at timestamptz not null,
    primary key (division, month, chapter)
);

create table rebuild (
    id uuid primary key,
    state text not null,
    events bigint not null,
    started_by text not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    error text
);

create table parity_comparison (
    kind text primary key,
    status text not null,
    compared_at timestamptz not null,
    result jsonb not null
);
