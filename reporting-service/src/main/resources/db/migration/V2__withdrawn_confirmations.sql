-- A confirmation made by mistake is withdrawn, and stays on record: who, when. The month can then be confirmed anew.
alter table confirmation
    drop constraint confirmation_pkey,
    add column id bigint generated always as identity primary key,
    add column withdrawn_by text,
    add column withdrawn_at timestamptz,
    alter column division set not null,
    alter column month set not null,
    alter column chapter set not null,
    add check ((withdrawn_by is null) = (withdrawn_at is null));

create unique index confirmation_standing on confirmation (division, month, chapter) where withdrawn_at is null;
