-- A petition is named by its id without a foreign key: one that is sealed leaves its table.
create table visit (
    id                 uuid primary key,
    version            integer not null,
    division           char(12) collate "C" not null,
    step               text not null,
    entered_on         date not null,
    entered_at         timestamptz not null,
    voided             boolean not null,
    visited_on         date not null,
    level              text not null,
    persons            integer not null check (persons > 0),
    representatives    integer check (representatives > 0),
    petition_id        uuid,
    matter_id          uuid not null,
    competent_division char(12) collate "C" not null,
    place              text not null,
    notified_by        text,
    account            text,
    petitioners        jsonb not null,
    person_index       text[] not null,
    disorders          jsonb not null
);

create index visit_division on visit (division, id);
create index visit_person on visit using gin (person_index);

create table supervision (
    id            uuid primary key,
    version       integer not null,
    division      char(12) collate "C" not null,
    step          text not null,
    entered_on    date not null,
    entered_at    timestamptz not null,
    voided        boolean not null,
    issuer        char(12) collate "C" not null,
    petition_id   uuid,
    supervised_on date not null,
    cause         text not null,
    requirement   text not null,
    due_on        date not null check (due_on >= supervised_on),
    answered_on   date,
    answer        text
);

create index supervision_division on supervision (division, id);

create table improvement_proposal (
    id          uuid primary key,
    version     integer not null,
    division    char(12) collate "C" not null,
    step        text not null,
    entered_on  date not null,
    entered_at  timestamptz not null,
    voided      boolean not null,
    issuer      char(12) collate "C" not null,
    proposed_on date not null,
    kind        text not null,
    proposal    text not null,
    answered_on date,
    adopted     text,
    feedback    text
);

create index improvement_proposal_division on improvement_proposal (division, id);

create table backlog_case (
    id            uuid primary key,
    version       integer not null,
    division      char(12) collate "C" not null,
    step          text not null,
    entered_on    date not null,
    entered_at    timestamptz not null,
    voided        boolean not null,
    petition_id   uuid,
    content_class char(6) not null,
    description   text,
    leader        text not null,
    leader_post   text not null,
    listed_on     date not null,
    resolved_on   date,
    resolution    text
);

create index backlog_case_division on backlog_case (division, id);
