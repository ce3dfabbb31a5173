create table leadership_meeting (
    id              uuid primary key,
    version         integer not null,
    division        char(12) not null,
    step            text not null,
    entered_on      date not null,
    entered_at      timestamptz not null,
    voided          boolean not null,
    person_index    text[] not null,
    held_on         date not null,
    meeting_kind    text not null,
    agenda_tags     jsonb not null,
    agenda          text,
    attendees       integer,
    minutes         text
);
create index leadership_meeting_of on leadership_meeting (division, id);
create index leadership_meeting_by_day on leadership_meeting (division, held_on);

create table leading_group (
    id              uuid primary key,
    version         integer not null,
    division        char(12) not null,
    step            text not null,
    entered_on      date not null,
    entered_at      timestamptz not null,
    voided          boolean not null,
    person_index    text[] not null,
    title           text not null,
    founded_on      date not null,
    ended_on        date,
    document_number text,
    leader_post     text not null,
    deputy_posts    text,
    member_units    integer,
    members         text
);
create index leading_group_of on leading_group (division, id);
create index leading_group_by_day on leading_group (division, founded_on);

create table normative_document (
    id              uuid primary key,
    version         integer not null,
    division        char(12) not null,
    step            text not null,
    entered_on      date not null,
    entered_at      timestamptz not null,
    voided          boolean not null,
    person_index    text[] not null,
    title           text not null,
    document_number text,
    issued_on       date not null,
    legality_reviewed_on date,
    filed_on        date,
    published_on    date,
    expires_on      date,
    repealed_on     date
);
create index normative_document_of on normative_document (division, id);
create index normative_document_by_day on normative_document (division, issued_on);
