-- Indicators that a county, or a unit above it, defined for itself and all below it: a row per definition. None is
-- changed or deleted, so that a figure of an old period keeps what it was made by.
create table local_indicator (
    code text not null,
    definition int not null check (definition > 0),
    division char(12) not null,
    content jsonb not null,
    defined_by text not null,
    defined_at timestamptz not null,
    primary key (code, definition)
);

create index local_indicator_division on local_indicator (division);

-- The last month that an ended one is counted in.
create table local_indicator_end (
    code text primary key,
    until date not null,
    ended_by text not null,
    ended_at timestamptz not null
);
