create table publicity_activity (
    id              uuid primary key,
    version         integer not null,
    division        char(12) not null,
    step            text not null,
    entered_on      date not null,
    entered_at      timestamptz not null,
    voided          boolean not null,
    person_index    text[] not null,
    held_on         date not null,
    title           text not null,
    tags            jsonb not null,
    theme_day       text,
    speaker         text,
    adviser_id      uuid,
    organisers      jsonb not null,
    audience        jsonb not null,
    place           text,
    attendance      integer,
    materials       integer,
    on_site_consultations integer,
    service_log_id  uuid
);
create index publicity_activity_of on publicity_activity (division, id);
create index publicity_activity_by_day on publicity_activity (division, held_on);
create index publicity_activity_of_log on publicity_activity (service_log_id)
    where service_log_id is not null;

create table publicity_responsibility (
    id              uuid primary key,
    version         integer not null,
    division        char(12) not null,
    step            text not null,
    entered_on      date not null,
    entered_at      timestamptz not null,
    voided          boolean not null,
    person_index    text[] not null,
    listed_on       date not null,
    organ           text not null,
    law             text not null,
    duty            text,
    due_on          date,
    done_on         date
);
create index publicity_responsibility_of on publicity_responsibility (division, id);
create index publicity_responsibility_by_day on publicity_responsibility (division, listed_on);
