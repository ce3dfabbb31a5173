-- Cells whose figure or receipt is not what the single facts come to; a cell that agrees again is removed.
create table drift_cell (
    indicator text,
    division char(12) collate "C",
    period text,
    part text,
    expected_value numeric not null,
    expected_count bigint not null,
    expected_digest text not null,
    figure numeric not null,
    receipt_value numeric not null,
    receipt_count bigint not null,
    receipt_digest text not null,
    seen_at timestamptz not null,
    primary key (indicator, division, period, part)
);

create index drift_cell_seen on drift_cell (seen_at);

-- The walk over all cells: the round that is under way, where it stands, and the last one that was finished.
create table drift_round (
    number bigint generated always as identity primary key,
    started_at timestamptz not null,
    finished_at timestamptz,
    kind text not null default '',
    division text collate "C" not null default '',
    older_year int,
    cells bigint not null default 0,
    failures bigint not null default 0
);

comment on column drift_round.division is 'The last division of the kind that was verified; empty before its first';
comment on column drift_round.older_year is 'Verified beside the recent years: another one in each round';
