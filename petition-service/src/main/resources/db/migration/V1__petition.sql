-- One row per petition: what lists and deadlines ask for is a column, what was done and said is a document.
create table petition (
    id                  uuid primary key,
    version             integer not null,
    matter_id           uuid not null,
    status              text not null,
    step                text not null,
    division            char(12) collate "C" not null,
    registered_division char(12) collate "C" not null,
    petition_year       integer not null,
    petition_number     integer not null check (petition_number > 0),
    national_number     text,
    place               char(12) collate "C" not null,
    household           char(12) collate "C",
    residence           char(12) collate "C",
    form                text not null,
    sub_channel         text,
    source              text not null,
    sender_division     char(12) collate "C",
    purpose             text not null check (purpose <> 'ACCUSATION'),
    handling_class      text check (handling_class <> 'ACCUSATION'),
    route               text,
    content_class       char(6) not null,
    repetition          text not null,
    repeats_id          uuid,
    persons             integer not null check (persons > 0),
    handling_unit       text,
    handler             text,
    entered_on          date not null,
    entered_at          timestamptz not null,
    petitioned_on       date not null,
    registered_on       date not null,
    exchanged_on        date,
    received_on         date not null,
    tell_due_on         date,
    accepted_on         date,
    handle_due_on       date,
    assigned_due_on     date,
    concluded_on        date,
    resolved_on         date,
    withdrawn_on        date,
    voided              boolean not null,
    referral_id         uuid unique,
    petitioners         jsonb not null,
    handling            jsonb not null,
    person_index        text[] not null,
    constraint petition_number_once unique (registered_division, petition_year, petition_number)
);

create index petition_division on petition (division, id);
create index petition_matter on petition (matter_id);
create index petition_national_number on petition (national_number);
create index petition_person on petition using gin (person_index);

-- The last number of an organ's year; drawn inside the transaction.
create table petition_number (
    division char(12) collate "C" not null,
    year     integer not null,
    last     integer not null,
    primary key (division, year)
) with (fillfactor = 50);
