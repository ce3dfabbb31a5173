-- Study of the law, exams, reports, trainings.
create table study_session (
    id              uuid primary key,
    version         integer not null,
    division        char(12) not null,
    step            text not null,
    entered_on      date not null,
    entered_at      timestamptz not null,
    voided          boolean not null,
    person_index    text[] not null,
    held_on date not null,
    format text not null,
    topic text not null,
    laws text,
    audience text not null,
    attendance integer,
    hours numeric(6,1)
);
create index study_session_of on study_session (division, id);
create index study_session_by_day on study_session (division, held_on);

create table law_exam (
    id              uuid primary key,
    version         integer not null,
    division        char(12) not null,
    step            text not null,
    entered_on      date not null,
    entered_at      timestamptz not null,
    voided          boolean not null,
    person_index    text[] not null,
    held_on date not null,
    title text not null,
    audience text not null,
    due integer not null,
    taken integer not null,
    passed integer not null
);
create index law_exam_of on law_exam (division, id);
create index law_exam_by_day on law_exam (division, held_on);

create table duty_report (
    id              uuid primary key,
    version         integer not null,
    division        char(12) not null,
    step            text not null,
    entered_on      date not null,
    entered_at      timestamptz not null,
    voided          boolean not null,
    person_index    text[] not null,
    reported_on date not null,
    post text not null,
    reporter text,
    occasion text not null,
    comments text
);
create index duty_report_of on duty_report (division, id);
create index duty_report_by_day on duty_report (division, reported_on);

create table enforcement_training (
    id              uuid primary key,
    version         integer not null,
    division        char(12) not null,
    step            text not null,
    entered_on      date not null,
    entered_at      timestamptz not null,
    voided          boolean not null,
    person_index    text[] not null,
    held_on date not null,
    training_kind text not null,
    topic text not null,
    participants integer not null,
    hours numeric(6,1)
);
create index enforcement_training_of on enforcement_training (division, id);
create index enforcement_training_by_day on enforcement_training (division, held_on);
