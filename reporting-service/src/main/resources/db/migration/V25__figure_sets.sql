-- Figures as they stood at one moment, with the records behind each: what a unit submitted, what an edition printed.
-- Ids, codes, dates and numbers only; what people call a record is looked up while there is a fact to tell it.

create table frozen (
    id uuid primary key,
    division char(12) collate "C" not null,
    period text not null,
    frozen_at timestamptz not null
);

create table frozen_figure (
    frozen_id uuid not null references frozen,
    position int not null,
    indicator text not null,
    title text not null,
    unit text not null,
    definition int not null,
    status text not null,
    value numeric,
    numerator numeric,
    denominator numeric,
    not_yet_due numeric,
    no_limit numeric,
    heard_at timestamptz,
    primary key (frozen_id, indicator)
);

create table frozen_record (
    frozen_id uuid not null references frozen,
    indicator text not null,
    part text not null,
    record_id uuid not null,
    version int not null,
    contribution numeric not null,
    division char(12) collate "C" not null,
    counted_on date not null,
    key text collate "C",
    primary key (frozen_id, indicator, part, record_id)
);

-- What a county asks of its townships: each change of a form is a row, the last version holds.
create table figure_set_form (
    county char(12) collate "C" not null,
    code text not null,
    version int not null,
    title text not null,
    title_en text not null,
    periodicity text not null,
    indicators text[] not null,
    due_days int not null,
    valid_from date not null,
    changed_by text not null,
    changed_at timestamptz not null,
    primary key (county, code, version)
);

-- Figure sets: a row per step. The key makes the second of two steps on one version fail.
create table figure_set_step (
    id bigint generated always as identity,
    xid xid8 not null default pg_current_xact_id(),
    form text not null,
    division char(12) collate "C" not null,
    period text not null,
    version int not null,
    status text not null,
    submission uuid references frozen,
    step text not null,
    nil_returns text[] not null,
    reason text,
    taken_by text not null,
    taken_at timestamptz not null,
    primary key (form, period, division, version)
);

create index figure_set_step_feed on figure_set_step (xid, id);
