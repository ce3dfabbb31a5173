-- Years of the State Council's notices loaded over the API; they stand before the data files.
create table calendar_year (
    year        integer primary key,
    data        jsonb not null,
    loaded_at   timestamptz not null,
    loaded_by   text not null
);

comment on column calendar_year.data is 'Array of {day, kind, name, notice}.';

-- The legal clock of every record, derived in the record's own transaction.
create table deadline (
    record_kind     text collate "C" not null,
    record_id       uuid not null,
    rule            text collate "C" not null,
    seq             smallint not null,
    division        char(12) collate "C" not null,
    kind            text not null,
    holder          text not null,
    started_on      date,
    due_on          date,
    previous_due_on date,
    calendar_note   integer,
    ended_on        date,
    extension_days  integer not null,
    suspended       datemultirange not null,
    definition      jsonb not null,
    course          jsonb not null,
    explanation     jsonb not null,
    primary key (record_kind, record_id, rule, seq)
);

comment on column deadline.seq is 'From 0, where one rule runs more than once for a record.';
comment on column deadline.calendar_note is
    'The calendar year whose change moved due_on; null where the facts or nothing moved it.';
comment on column deadline.suspended is 'Days on which the rule is suspended.';

create index deadline_open_limits
    on deadline (division, due_on)
    where ended_on is null and kind = 'LIMIT' and holder = 'ORGAN';

create index deadline_open
    on deadline (record_kind, record_id, rule, seq)
    where ended_on is null;
