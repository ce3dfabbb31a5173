-- The annual reports: one per division and year, its steps, and its editions. A step keeps the text as it then stood.

create table annual_report (
    id uuid primary key,
    division char(12) collate "C" not null,
    year int not null,
    status text not null,
    version int not null,
    draft jsonb not null,
    unique (division, year)
);

create table annual_report_step (
    report_id uuid not null references annual_report,
    version int not null,
    step text not null,
    business_date date not null,
    at timestamptz not null,
    subject text not null,
    reason text,
    draft jsonb not null,
    idempotency_key text unique,
    request_digest text,
    primary key (report_id, version)
);

-- Made at the signing, with the figures under frozen_id; of the year before under frozen_before_id, where the text names
-- some. What the release leaves of it is what is sealed, at the publication. One that was signed and sent back stays, with that day, and is no edition.
create table report_edition (
    id uuid primary key,
    report_id uuid not null references annual_report,
    number int not null,
    signed_on date not null,
    frozen_id uuid not null references frozen,
    frozen_before_id uuid references frozen,
    content text not null,
    released text,
    seal text,
    published_on date,
    published_at timestamptz,
    returned_at timestamptz,
    check ((seal is null) = (published_at is null)),
    check (returned_at is null or published_at is null)
);

create unique index report_edition_standing on report_edition (report_id, number) where returned_at is null;

-- Rendered once, at the publication.
create table report_document (
    edition_id uuid not null references report_edition,
    format text not null,
    digest text not null,
    body bytea not null,
    primary key (edition_id, format)
);
