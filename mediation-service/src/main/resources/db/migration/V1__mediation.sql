create table committee (
    id               uuid primary key,
    version          integer not null,
    division         char(12) collate "C" not null,
    step             text not null,
    entered_on       date not null,
    entered_at       timestamptz not null,
    voided           boolean not null,
    level            text not null,
    name             text not null,
    established_on   date not null,
    term_ends_on     date,
    dissolved_on     date,
    members_reported integer,
    women_reported   integer
);

create index committee_division on committee (division, id);
create index committee_name on committee (name);

create table mediator (
    id           uuid primary key,
    version      integer not null,
    division     char(12) collate "C" not null,
    step         text not null,
    entered_on   date not null,
    entered_at   timestamptz not null,
    voided       boolean not null,
    committee_id uuid not null references committee,
    level        text not null,
    name         text not null,
    phone        text,
    name_index   text not null,
    sex          text not null,
    nationality  text,
    role         text not null,
    full_time    boolean not null,
    appointed_on date not null,
    left_on      date
);

create index mediator_division on mediator (division, id);
create index mediator_committee on mediator (committee_id);
create index mediator_name on mediator (name_index);

create table screening (
    id             uuid primary key,
    version        integer not null,
    division       char(12) collate "C" not null,
    step           text not null,
    entered_on     date not null,
    entered_at     timestamptz not null,
    voided         boolean not null,
    committee_id   uuid not null references committee,
    level          text not null,
    screened_on    date not null,
    rounds         integer not null check (rounds > 0),
    disputes_found integer not null check (disputes_found >= 0),
    prevented      integer not null check (prevented >= 0)
);

create index screening_division on screening (division, id);

create table meeting (
    id              uuid primary key,
    version         integer not null,
    division        char(12) collate "C" not null,
    step            text not null,
    entered_on      date not null,
    entered_at      timestamptz not null,
    voided          boolean not null,
    held_on         date not null,
    units           jsonb not null,
    cases_discussed integer not null check (cases_discussed >= 0),
    case_ids        jsonb not null,
    decisions       text
);

create index meeting_division on meeting (division, id);

-- One row per case: what lists and deadlines ask for is a column, what was said is a document.
create table mediation_case (
    id                          uuid primary key,
    version                     integer not null,
    matter_id                   uuid not null,
    status                      text not null,
    step                        text not null,
    division                    char(12) collate "C" not null,
    committee_id                uuid not null references committee,
    committee_level             text not null,
    case_year                   integer not null,
    case_number                 integer not null check (case_number > 0),
    place                       char(12) collate "C" not null,
    source                      text not null,
    referrer                    text,
    dispute_type                text not null,
    dispute_subtype             text,
    basis                       text not null,
    difficulty                  text not null,
    persons_involved            integer not null check (persons_involved > 0),
    amount_yuan                 numeric(15, 2),
    entered_on                  date not null,
    entered_at                  timestamptz not null,
    registered_on               date not null,
    accepted_on                 date,
    closed_on                   date,
    ended_on                    date,
    due_on                      date,
    confirmation_window_ends_on date,
    performed_on                date,
    archived_on                 date,
    stepped_on                  date not null,
    voided                      boolean not null,
    handed_over_to              uuid,
    handed_over_from            uuid,
    parties                     jsonb not null,
    proceedings                 jsonb not null,
    person_index                text[] not null,
    constraint mediation_case_number unique (committee_id, case_year, case_number)
);

create index mediation_case_division on mediation_case (division, id);
create index mediation_case_matter on mediation_case (matter_id);
create index mediation_case_person on mediation_case using gin (person_index);

-- The last number of a committee's year; drawn inside the transaction, so that none is skipped.
create table case_number (
    committee_id uuid not null references committee,
    year         integer not null,
    last         integer not null,
    primary key (committee_id, year)
) with (fillfactor = 50);
