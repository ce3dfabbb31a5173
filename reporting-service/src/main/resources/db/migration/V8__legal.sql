-- The registers of legal-service, a table for each.
create table appointment_fact (
    record_id uuid primary key,
    version int not null,
    division text not null,
    entered_on date not null,
    voided boolean not null,
    adviser_id uuid,
    role text,
    appointed_on date,
    ends_on date
);
create index appointment_fact_appointed_on on appointment_fact (division, appointed_on) where not voided and appointed_on is not null;
create index appointment_fact_ends_on on appointment_fact (division, ends_on) where not voided and ends_on is not null;

create table legal_adviser_fact (
    record_id uuid primary key,
    version int not null,
    division text not null,
    entered_on date not null,
    voided boolean not null,
    adviser_id uuid,
    roles text,
    profession text,
    engaged_on date,
    ended_on date
);
create index legal_adviser_fact_engaged_on on legal_adviser_fact (division, engaged_on) where not voided and engaged_on is not null;
create index legal_adviser_fact_ended_on on legal_adviser_fact (division, ended_on) where not voided and ended_on is not null;

create table legal_resource_person_fact (
    record_id uuid primary key,
    version int not null,
    division text not null,
    entered_on date not null,
    voided boolean not null,
    position text,
    certified_on date,
    ended_on date
);
create index legal_resource_person_fact_certified_on on legal_resource_person_fact (division, certified_on) where not voided and certified_on is not null;
create index legal_resource_person_fact_ended_on on legal_resource_person_fact (division, ended_on) where not voided and ended_on is not null;

create table counsel_work_fact (
    record_id uuid primary key,
    version int not null,
    division text not null,
    entered_on date not null,
    voided boolean not null,
    adviser_id uuid,
    worked_on date,
    work_kind text,
    pieces int,
    service_log_id uuid
);
create index counsel_work_fact_worked_on on counsel_work_fact (division, worked_on) where not voided and worked_on is not null;

create table legal_consultation_fact (
    record_id uuid primary key,
    version int not null,
    division text not null,
    entered_on date not null,
    voided boolean not null,
    provider text,
    adviser_id uuid,
    consulted_on date,
    channel text,
    topic text,
    persons int,
    service_log_id uuid
);
create index legal_consultation_fact_consulted_on on legal_consultation_fact (division, consulted_on) where not voided and consulted_on is not null;

create table mediation_participation_fact (
    record_id uuid primary key,
    version int not null,
    division text not null,
    entered_on date not null,
    voided boolean not null,
    adviser_id uuid,
    joined_on date,
    source text,
    dispute_id uuid,
    case_id uuid,
    closed_on date
);
create index mediation_participation_fact_joined_on on mediation_participation_fact (division, joined_on) where not voided and joined_on is not null;
create index mediation_participation_fact_closed_on on mediation_participation_fact (division, closed_on) where not voided and closed_on is not null;

create table service_log_entry_fact (
    record_id uuid primary key,
    version int not null,
    division text not null,
    entered_on date not null,
    voided boolean not null,
    adviser_id uuid,
    served_on date,
    on_site boolean,
    hours_on_site numeric(15,2),
    counsel_present int,
    persons_met int,
    lecture_attendance int,
    draftings int,
    decision_opinions int,
    litigations int,
    legal_opinions int,
    lawyers_letters int
);
create index service_log_entry_fact_served_on on service_log_entry_fact (division, served_on) where not voided and served_on is not null;

create table village_visit_fact (
    record_id uuid primary key,
    version int not null,
    division text not null,
    entered_on date not null,
    voided boolean not null,
    adviser_id uuid,
    visited_on date,
    counsel_present int,
    persons_met int,
    hours_on_site numeric(15,2),
    service_log_id uuid
);
create index village_visit_fact_visited_on on village_visit_fact (division, visited_on) where not voided and visited_on is not null;

create table contract_review_fact (
    record_id uuid primary key,
    version int not null,
    division text not null,
    entered_on date not null,
    voided boolean not null,
    status text,
    reviewer_role text,
    adviser_id uuid,
    contract_type text,
    amount_yuan numeric(15,2),
    received_on date,
    reviewed_on date,
    opinion_versions int,
    risks_found int,
    adopted text,
    decided_on date,
    withdrawn_on date
);
create index contract_review_fact_received_on on contract_review_fact (division, received_on) where not voided and received_on is not null;
create index contract_review_fact_reviewed_on on contract_review_fact (division, reviewed_on) where not voided and reviewed_on is not null;
create index contract_review_fact_decided_on on contract_review_fact (division, decided_on) where not voided and decided_on is not null;
create index contract_review_fact_withdrawn_on on contract_review_fact (division, withdrawn_on) where not voided and withdrawn_on is not null;

create table legality_review_fact (
    record_id uuid primary key,
    version int not null,
    division text not null,
    entered_on date not null,
    voided boolean not null,
    status text,
    subject text,
    mandatory boolean,
    reviewer_role text,
    adviser_id uuid,
    received_on date,
    reviewed_on date,
    opinion_versions int,
    risks_found int,
    result text,
    adopted text,
    decided_on date,
    withdrawn_on date
);
create index legality_review_fact_received_on on legality_review_fact (division, received_on) where not voided and received_on is not null;
create index legality_review_fact_reviewed_on on legality_review_fact (division, reviewed_on) where not voided and reviewed_on is not null;
create index legality_review_fact_decided_on on legality_review_fact (division, decided_on) where not voided and decided_on is not null;
create index legality_review_fact_withdrawn_on on legality_review_fact (division, withdrawn_on) where not voided and withdrawn_on is not null;

create table publicity_activity_fact (
    record_id uuid primary key,
    version int not null,
    division text not null,
    entered_on date not null,
    voided boolean not null,
    held_on date,
    tags text,
    theme_day text,
    speaker text,
    adviser_id uuid,
    organisers text,
    audience text,
    attendance int,
    materials int,
    on_site_consultations int,
    service_log_id uuid
);
create index publicity_activity_fact_held_on on publicity_activity_fact (division, held_on) where not voided and held_on is not null;

create table publicity_responsibility_fact (
    record_id uuid primary key,
    version int not null,
    division text not null,
    entered_on date not null,
    voided boolean not null,
    listed_on date,
    due_on date,
    done_on date
);
create index publicity_responsibility_fact_listed_on on publicity_responsibility_fact (division, listed_on) where not voided and listed_on is not null;
create index publicity_responsibility_fact_due_on on publicity_responsibility_fact (division, due_on) where not voided and due_on is not null;
create index publicity_responsibility_fact_done_on on publicity_responsibility_fact (division, done_on) where not voided and done_on is not null;

create table legal_aid_referral_fact (
    record_id uuid primary key,
    version int not null,
    division text not null,
    entered_on date not null,
    voided boolean not null,
    status text,
    referred_on date,
    persons int,
    applicant_kind text,
    matter text,
    exemption text,
    urgent boolean,
    received_on date,
    papers_asked_on date,
    papers_supplied_on date,
    decided_on date,
    granted boolean,
    appointed_on date,
    objected_on date,
    objection_decided_on date,
    objection_upheld boolean,
    closed_on date,
    result text,
    withdrawn_on date
);
create index legal_aid_referral_fact_referred_on on legal_aid_referral_fact (division, referred_on) where not voided and referred_on is not null;
create index legal_aid_referral_fact_received_on on legal_aid_referral_fact (division, received_on) where not voided and received_on is not null;
create index legal_aid_referral_fact_papers_asked_on on legal_aid_referral_fact (division, papers_asked_on) where not voided and papers_asked_on is not null;
create index legal_aid_referral_fact_papers_supplied_on on legal_aid_referral_fact (division, papers_supplied_on) where not voided and papers_supplied_on is not null;
create index legal_aid_referral_fact_decided_on on legal_aid_referral_fact (division, decided_on) where not voided and decided_on is not null;
create index legal_aid_referral_fact_appointed_on on legal_aid_referral_fact (division, appointed_on) where not voided and appointed_on is not null;
create index legal_aid_referral_fact_objected_on on legal_aid_referral_fact (division, objected_on) where not voided and objected_on is not null;
create index legal_aid_referral_fact_objection_decided_on on legal_aid_referral_fact (division, objection_decided_on) where not voided and objection_decided_on is not null;
create index legal_aid_referral_fact_closed_on on legal_aid_referral_fact (division, closed_on) where not voided and closed_on is not null;
create index legal_aid_referral_fact_withdrawn_on on legal_aid_referral_fact (division, withdrawn_on) where not voided and withdrawn_on is not null;

create table institution_fact (
    record_id uuid primary key,
    version int not null,
    division text not null,
    entered_on date not null,
    voided boolean not null,
    field text,
    in_force_on date,
    repealed_on date
);
create index institution_fact_in_force_on on institution_fact (division, in_force_on) where not voided and in_force_on is not null;
create index institution_fact_repealed_on on institution_fact (division, repealed_on) where not voided and repealed_on is not null;

create table leadership_meeting_fact (
    record_id uuid primary key,
    version int not null,
    division text not null,
    entered_on date not null,
    voided boolean not null,
    held_on date,
    meeting_kind text,
    agenda_tags text,
    attendees int
);
create index leadership_meeting_fact_held_on on leadership_meeting_fact (division, held_on) where not voided and held_on is not null;

create table leading_group_fact (
    record_id uuid primary key,
    version int not null,
    division text not null,
    entered_on date not null,
    voided boolean not null,
    founded_on date,
    ended_on date,
    member_units int
);
create index leading_group_fact_founded_on on leading_group_fact (division, founded_on) where not voided and founded_on is not null;
create index leading_group_fact_ended_on on leading_group_fact (division, ended_on) where not voided and ended_on is not null;

create table major_decision_fact (
    record_id uuid primary key,
    version int not null,
    division text not null,
    entered_on date not null,
    voided boolean not null,
    status text,
    matter_kind text,
    proposed_on date,
    comment_from date,
    comment_until date,
    papers_on date,
    reviewed_on date,
    review_result text,
    counsel_opinion_on date,
    adviser_id uuid,
    discussed_on date,
    head_spoke_last boolean,
    dissents int,
    decided_on date,
    outcome text,
    archived_on date,
    withdrawn_on date
);
create index major_decision_fact_proposed_on on major_decision_fact (division, proposed_on) where not voided and proposed_on is not null;
create index major_decision_fact_comment_from on major_decision_fact (division, comment_from) where not voided and comment_from is not null;
create index major_decision_fact_comment_until on major_decision_fact (division, comment_until) where not voided and comment_until is not null;
create index major_decision_fact_papers_on on major_decision_fact (division, papers_on) where not voided and papers_on is not null;
create index major_decision_fact_reviewed_on on major_decision_fact (division, reviewed_on) where not voided and reviewed_on is not null;
create index major_decision_fact_counsel_opinion_on on major_decision_fact (division, counsel_opinion_on) where not voided and counsel_opinion_on is not null;
create index major_decision_fact_discussed_on on major_decision_fact (division, discussed_on) where not voided and discussed_on is not null;
create index major_decision_fact_decided_on on major_decision_fact (division, decided_on) where not voided and decided_on is not null;
create index major_decision_fact_archived_on on major_decision_fact (division, archived_on) where not voided and archived_on is not null;
create index major_decision_fact_withdrawn_on on major_decision_fact (division, withdrawn_on) where not voided and withdrawn_on is not null;

create table normative_document_fact (
    record_id uuid primary key,
    version int not null,
    division text not null,
    entered_on date not null,
    voided boolean not null,
    issued_on date,
    legality_reviewed_on date,
    filed_on date,
    published_on date,
    expires_on date,
    repealed_on date
);
create index normative_document_fact_issued_on on normative_document_fact (division, issued_on) where not voided and issued_on is not null;
create index normative_document_fact_legality_reviewed_on on normative_document_fact (division, legality_reviewed_on) where not voided and legality_reviewed_on is not null;
create index normative_document_fact_filed_on on normative_document_fact (division, filed_on) where not voided and filed_on is not null;
create index normative_document_fact_published_on on normative_document_fact (division, published_on) where not voided and published_on is not null;
create index normative_document_fact_expires_on on normative_document_fact (division, expires_on) where not voided and expires_on is not null;
create index normative_document_fact_repealed_on on normative_document_fact (division, repealed_on) where not voided and repealed_on is not null;

create table duty_report_fact (
    record_id uuid primary key,
    version int not null,
    division text not null,
    entered_on date not null,
    voided boolean not null,
    reported_on date,
    occasion text
);
create index duty_report_fact_reported_on on duty_report_fact (division, reported_on) where not voided and reported_on is not null;

create table enforcement_training_fact (
    record_id uuid primary key,
    version int not null,
    division text not null,
    entered_on date not null,
    voided boolean not null,
    held_on date,
    training_kind text,
    participants int,
    hours numeric(15,2)
);
create index enforcement_training_fact_held_on on enforcement_training_fact (division, held_on) where not voided and held_on is not null;

create table law_exam_fact (
    record_id uuid primary key,
    version int not null,
    division text not null,
    entered_on date not null,
    voided boolean not null,
    held_on date,
    audience text,
    due int,
    taken int,
    passed int
);
create index law_exam_fact_held_on on law_exam_fact (division, held_on) where not voided and held_on is not null;

create table study_session_fact (
    record_id uuid primary key,
    version int not null,
    division text not null,
    entered_on date not null,
    voided boolean not null,
    held_on date,
    format text,
    audience text,
    attendance int,
    hours numeric(15,2)
);
create index study_session_fact_held_on on study_session_fact (division, held_on) where not voided and held_on is not null;

create table accountability_decision_fact (
    record_id uuid primary key,
    version int not null,
    division text not null,
    entered_on date not null,
    voided boolean not null,
    decided_on date,
    ground text,
    measure text
);
create index accountability_decision_fact_decided_on on accountability_decision_fact (division, decided_on) where not voided and decided_on is not null;

create table administrative_case_fact (
    record_id uuid primary key,
    version int not null,
    division text not null,
    entered_on date not null,
    voided boolean not null,
    procedure text,
    filed_on date,
    decided_on date,
    outcome text,
    head_in_court boolean
);
create index administrative_case_fact_filed_on on administrative_case_fact (division, filed_on) where not voided and filed_on is not null;
create index administrative_case_fact_decided_on on administrative_case_fact (division, decided_on) where not voided and decided_on is not null;

create table enforcement_officer_fact (
    record_id uuid primary key,
    version int not null,
    division text not null,
    entered_on date not null,
    voided boolean not null,
    post_from date,
    post_until date,
    certificate_from date,
    certificate_until date,
    certificate_withdrawn_on date
);
create index enforcement_officer_fact_post_from on enforcement_officer_fact (division, post_from) where not voided and post_from is not null;
create index enforcement_officer_fact_post_until on enforcement_officer_fact (division, post_until) where not voided and post_until is not null;
create index enforcement_officer_fact_certificate_from on enforcement_officer_fact (division, certificate_from) where not voided and certificate_from is not null;
create index enforcement_officer_fact_certificate_until on enforcement_officer_fact (division, certificate_until) where not voided and certificate_until is not null;
create index enforcement_officer_fact_certificate_withdrawn_on on enforcement_officer_fact (division, certificate_withdrawn_on) where not voided and certificate_withdrawn_on is not null;

create table penalty_case_fact (
    record_id uuid primary key,
    version int not null,
    division text not null,
    entered_on date not null,
    voided boolean not null,
    filed_on date,
    field text,
    officers int,
    card_shown boolean,
    whole_process_recorded boolean,
    legal_reviewed boolean,
    decided_on date,
    due_on date,
    result text,
    amount_yuan numeric(15,2)
);
create index penalty_case_fact_filed_on on penalty_case_fact (division, filed_on) where not voided and filed_on is not null;
create index penalty_case_fact_decided_on on penalty_case_fact (division, decided_on) where not voided and decided_on is not null;
create index penalty_case_fact_due_on on penalty_case_fact (division, due_on) where not voided and due_on is not null;

create table democratic_village_fact (
    record_id uuid primary key,
    version int not null,
    division text not null,
    entered_on date not null,
    voided boolean not null,
    started_on date,
    level text,
    named_on date,
    reviewed_on date,
    review text,
    ended_on date
);
create index democratic_village_fact_started_on on democratic_village_fact (division, started_on) where not voided and started_on is not null;
create index democratic_village_fact_named_on on democratic_village_fact (division, named_on) where not voided and named_on is not null;
create index democratic_village_fact_reviewed_on on democratic_village_fact (division, reviewed_on) where not voided and reviewed_on is not null;
create index democratic_village_fact_ended_on on democratic_village_fact (division, ended_on) where not voided and ended_on is not null;

create table disclosure_board_fact (
    record_id uuid primary key,
    version int not null,
    division text not null,
    entered_on date not null,
    voided boolean not null,
    board_kind text,
    set_up_on date,
    removed_on date
);
create index disclosure_board_fact_set_up_on on disclosure_board_fact (division, set_up_on) where not voided and set_up_on is not null;
create index disclosure_board_fact_removed_on on disclosure_board_fact (division, removed_on) where not voided and removed_on is not null;

create table disclosure_item_fact (
    record_id uuid primary key,
    version int not null,
    division text not null,
    entered_on date not null,
    voided boolean not null,
    disclosure_kind text,
    formed_on date,
    due_on date,
    published_on date,
    channel text
);
create index disclosure_item_fact_formed_on on disclosure_item_fact (division, formed_on) where not voided and formed_on is not null;
create index disclosure_item_fact_due_on on disclosure_item_fact (division, due_on) where not voided and due_on is not null;
create index disclosure_item_fact_published_on on disclosure_item_fact (division, published_on) where not voided and published_on is not null;

create table leader_reception_fact (
    record_id uuid primary key,
    version int not null,
    division text not null,
    entered_on date not null,
    voided boolean not null,
    received_on date,
    batches int,
    persons int,
    resolved_on_the_spot int
);
create index leader_reception_fact_received_on on leader_reception_fact (division, received_on) where not voided and received_on is not null;

create table issue_item_fact (
    record_id uuid primary key,
    version int not null,
    division text not null,
    entered_on date not null,
    voided boolean not null,
    found_on date,
    field text,
    due_on date,
    resolved_on date
);
create index issue_item_fact_found_on on issue_item_fact (division, found_on) where not voided and found_on is not null;
create index issue_item_fact_due_on on issue_item_fact (division, due_on) where not voided and due_on is not null;
create index issue_item_fact_resolved_on on issue_item_fact (division, resolved_on) where not voided and resolved_on is not null;

create table plan_item_fact (
    record_id uuid primary key,
    version int not null,
    division text not null,
    entered_on date not null,
    voided boolean not null,
    planned_on date,
    plan_year int,
    issue_id uuid,
    due_on date,
    done_on date,
    target numeric(15,2)
);
create index plan_item_fact_planned_on on plan_item_fact (division, planned_on) where not voided and planned_on is not null;
create index plan_item_fact_due_on on plan_item_fact (division, due_on) where not voided and due_on is not null;
create index plan_item_fact_done_on on plan_item_fact (division, done_on) where not voided and done_on is not null;
